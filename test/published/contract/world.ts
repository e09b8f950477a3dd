import {
  createWeftClient,
  follow,
  type Schemas,
  type WeftClient,
} from '../../../packages/client/src';
import { AuthSettings } from '../../../src/auth/auth-settings';
import { EXAMPLE_DEFINITION } from '../../../src/openapi/definition.schema';
import { poolOf } from '../../../src/database/data-source';
import { Tallies } from '../../../src/tallies/tallies';
import { AbsentEngine } from '../../api/absent-engine';
import { startApi, type TestApi } from '../../api/start-api';
import { TestService } from '../../support/service';
import { type Exchange, Exchanges } from './exchanges';

export const PASSWORD = 'correct horse battery';

/** Who calls in the contract run, and what there is by then. */
export class World {
  private readonly kept = new Map<string, string>();

  private constructor(
    private readonly service: TestService,
    private readonly admins: TestApi,
    private readonly exchanges: Exchanges,
    /** Without a credential. */
    readonly anybody: WeftClient,
    /** Somebody with a session, in no organization. */
    readonly person: WeftClient,
    /** The same person in the organization that they own. */
    readonly owner: WeftClient,
    /** An administrator of the installation, in no organization. */
    readonly admin: WeftClient,
    /** The owner, for what is no call of the contract run itself. */
    private readonly quiet: WeftClient,
    readonly orgId: string,
  ) {}

  /** The service as it is shipped, and beside it the API that knows an administrator, over the same database. */
  static async start(): Promise<World> {
    const service = await TestService.start({ WEFT_SIGN_UP: 'open' });
    const exchanges = new Exchanges();
    const { fetch } = exchanges;
    const anybody = createWeftClient({ url: service.url, fetch });
    const signedUp = await anybody.POST('/v1/users', {
      body: { email: 'owner@example.com', password: PASSWORD },
    });
    if (!signedUp.data) throw new Error('Nobody could sign up.');
    const { token, user } = signedUp.data.data;
    const person = createWeftClient({ url: service.url, token, fetch });
    const made = await person.POST('/v1/organizations', { body: { name: 'Payments team' } });
    if (!made.data) throw new Error('No organization could be made.');
    const organizationId = made.data.data.id;
    const auth = new AuthSettings('open', 3_600_000, undefined, new Set([user.id]));
    const admins = await startApi(
      new AbsentEngine(),
      { auth },
      { databaseUrl: service.databaseUrl, key: service.key, organizationId },
    );
    const owner = createWeftClient({ url: service.url, token, organizationId, fetch });
    const admin = createWeftClient({ url: admins.url, token, organizationId, fetch });
    const quiet = createWeftClient({ url: service.url, token, organizationId });
    const world = new World(
      ...([service, admins, exchanges] as const),
      ...([anybody, person, owner, admin, quiet, organizationId] as const),
    );
    world.keep('user', user.id);
    return world;
  }

  async stop(): Promise<void> {
    await this.admins.close();
    await this.service.stop();
  }

  /** Somebody by their token. */
  as(token: string, organizationId?: string): WeftClient {
    const { fetch } = this.exchanges;
    const inOrganization = organizationId === undefined ? {} : { organizationId };
    return createWeftClient({ url: this.service.url, token, fetch, ...inOrganization });
  }

  keep(name: string, value: string): void {
    this.kept.set(name, value);
  }

  id(name: string): string {
    const value = this.kept.get(name);
    if (value === undefined) throw new Error(`There is no ${name} yet.`);
    return value;
  }

  /** What was sent and answered in a call. Throws when it was more or less than one request. */
  during(call: () => Promise<unknown>): Promise<Exchange> {
    return this.exchanges.during(call);
  }

  /** Signs up somebody new. Gives their token. */
  async somebody(email: string): Promise<string> {
    const { data } = await this.quiet.POST('/v1/users', { body: { email, password: PASSWORD } });
    if (!data) throw new Error(`${email} could not sign up.`);
    this.keep(email, data.data.user.id);
    return data.data.token;
  }

  /** Invites somebody. Keeps the id and the token of the invitation. */
  async invite(email: string): Promise<void> {
    const params = { path: { orgId: this.orgId } };
    const { data } = await this.quiet.POST('/v1/orgs/{orgId}/invites', { params, body: { email } });
    this.keep('invite', data?.data.id ?? '');
    this.keep('inviteToken', data?.data.token ?? '');
  }

  /** As the issuer of an address would: it is somebody's own. */
  async verify(email: string): Promise<void> {
    const sql = 'UPDATE users SET email_verified = true WHERE email = $1';
    await this.admins.dataSource.query(sql, [email]);
  }

  /** Counts the runs that have ended, which the service does in the background. */
  async count(): Promise<void> {
    await new Tallies(poolOf(this.admins.dataSource)).update();
  }

  /** Saves a workflow, and publishes it. Gives its id. */
  async workflow(name: string, nodes: Schemas['Definition']['nodes'] = NODES): Promise<string> {
    const { data } = await this.quiet.POST('/v1/workflows', {
      body: { name, definition: { nodes } },
    });
    if (!data) throw new Error(`${name} was not saved.`);
    const params = { path: { id: data.data.id } };
    const { error } = await this.quiet.POST('/v1/workflows/{id}/publish', { params });
    if (error) throw new Error(`${name} was not published: ${error.message}`);
    return data.data.id;
  }

  /** Starts a run. Gives its id. */
  async run(workflowId: string, payload: Record<string, unknown> = {}): Promise<string> {
    const params = { path: { id: workflowId } };
    const body = { payload };
    const { data } = await this.quiet.POST('/v1/workflows/{id}/run', { params, body });
    if (!data) throw new Error('No run was started.');
    return data.data.runId;
  }

  /** Starts a run and waits for its end. Gives its id. */
  async ran(workflowId: string, payload: Record<string, unknown> = {}): Promise<string> {
    const runId = await this.run(workflowId, payload);
    await this.reached(runId, 'run_completed');
    return runId;
  }

  /** A stream that is open, while a run of the workflow starts. */
  async whileRunning<Opened>(opened: Promise<Opened>, workflowId: string): Promise<Opened> {
    const stream = await opened;
    await this.ran(workflowId);
    return stream;
  }

  /** Waits for an event of a run. */
  async reached(runId: string, type: string): Promise<void> {
    const signal = AbortSignal.timeout(30_000);
    for await (const { event } of follow(this.quiet, runId, { signal }))
      if (event.type === type) return;
    throw new Error(`${runId} never came to ${type}.`);
  }
}

/** The quickstart's workflow. */
export const NODES: Schemas['Definition']['nodes'] = EXAMPLE_DEFINITION.nodes;
