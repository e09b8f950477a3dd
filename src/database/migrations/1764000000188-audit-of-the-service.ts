import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the service does by itself is in the audit log, whichever statement does it: by triggers, so in the same
 * transaction. And equal refusals of one minute are one row with a count.
 */
export class AuditOfTheService1764000000188 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_entries
        ADD COLUMN count integer NOT NULL DEFAULT 1,
        ADD COLUMN fold_key text;
      CREATE UNIQUE INDEX audit_entries_folded ON audit_entries (organization_id, fold_key)
        WHERE fold_key IS NOT NULL;

      -- As newId of the API makes them: milliseconds, then chance, in base 62.
      CREATE FUNCTION weft_new_id(p_prefix text) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        digits CONSTANT text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
        rest bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
        ending text := '';
      BEGIN
        FOR digit IN 1..8 LOOP
          ending := substr(digits, (rest % 62)::integer + 1, 1) || ending;
          rest := rest / 62;
        END LOOP;
        FOR digit IN 1..14 LOOP
          ending := ending || substr(digits, floor(random() * 62)::integer + 1, 1);
        END LOOP;
        RETURN p_prefix || '_' || ending;
      END
      $$;

      CREATE FUNCTION weft_note_own_change(
        p_org text, p_operation text, p_type text, p_id text, p_changes json
      ) RETURNS void LANGUAGE sql AS $$
        INSERT INTO audit_entries (organization_id, id, at, outcome, actor_type, operation,
          resource_type, resource_id, changes)
        VALUES (p_org, weft_new_id('aud'), clock_timestamp(), 'done', 'system', p_operation,
          p_type, p_id, p_changes)
      $$;

      CREATE FUNCTION weft_note_pause() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM weft_note_own_change(NEW.organization_id, 'pauseWorkflow', 'workflow', NEW.id,
          json_build_object('pausedReason', NEW.paused_reason));
        RETURN NULL;
      END
      $$;
      -- A pause that a person asks for has no reason.
      CREATE TRIGGER workflows_paused AFTER UPDATE OF status, paused_reason ON workflows
        FOR EACH ROW WHEN (
          NEW.status = 'paused' AND NEW.paused_reason IS NOT NULL
          AND (OLD.status <> 'paused' OR OLD.paused_reason IS DISTINCT FROM NEW.paused_reason)
        ) EXECUTE FUNCTION weft_note_pause();

      CREATE FUNCTION weft_note_allowance() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM weft_note_own_change(NEW.organization_id,
          CASE NEW.kind WHEN 'grant' THEN 'grantCu' ELSE 'expireCu' END,
          'organization', NEW.organization_id,
          json_build_object('amount', NEW.amount, 'reason', NEW.reason));
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER cu_entries_own AFTER INSERT ON cu_entries
        FOR EACH ROW WHEN (NEW.created_by IS NULL) EXECUTE FUNCTION weft_note_allowance();

      CREATE FUNCTION weft_note_oidc_user() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM weft_note_own_change('', 'signUp', 'user', NEW.id,
          json_build_object('issuer', NEW.issuer));
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER users_of_issuer AFTER INSERT ON users
        FOR EACH ROW WHEN (NEW.issuer IS NOT NULL) EXECUTE FUNCTION weft_note_oidc_user();

      -- What nobody made was made at the first start.
      CREATE FUNCTION weft_note_first_start() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        made CONSTANT json := to_json(NEW);
      BEGIN
        PERFORM weft_note_own_change(coalesce(made->>'organization_id', NEW.id), TG_ARGV[0],
          TG_ARGV[1], NEW.id, json_build_object('name', NEW.name));
        RETURN NULL;
      END
      $$;
      CREATE TRIGGER organizations_first AFTER INSERT ON organizations
        FOR EACH ROW WHEN (NEW.created_by IS NULL)
        EXECUTE FUNCTION weft_note_first_start('createOrganization', 'organization');
      CREATE TRIGGER service_accounts_first AFTER INSERT ON service_accounts
        FOR EACH ROW WHEN (NEW.created_by IS NULL)
        EXECUTE FUNCTION weft_note_first_start('createServiceAccount', 'service-account');
      CREATE TRIGGER api_keys_first AFTER INSERT ON api_keys
        FOR EACH ROW WHEN (NEW.created_by IS NULL)
        EXECUTE FUNCTION weft_note_first_start('createApiKey', 'api-key');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER api_keys_first ON api_keys;
      DROP TRIGGER service_accounts_first ON service_accounts;
      DROP TRIGGER organizations_first ON organizations;
      DROP FUNCTION weft_note_first_start();
      DROP TRIGGER users_of_issuer ON users;
      DROP FUNCTION weft_note_oidc_user();
      DROP TRIGGER cu_entries_own ON cu_entries;
      DROP FUNCTION weft_note_allowance();
      DROP TRIGGER workflows_paused ON workflows;
      DROP FUNCTION weft_note_pause();
      DROP FUNCTION weft_note_own_change(text, text, text, text, json);
      DROP FUNCTION weft_new_id(text);
      DROP INDEX audit_entries_folded;
      ALTER TABLE audit_entries DROP COLUMN count, DROP COLUMN fold_key;
    `);
  }
}
