import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORMAT = 1;
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key from the environment: it wraps the keys of records, and seals nothing itself. */
export interface WrappingKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

export class UnsealError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnsealError';
  }
}

/**
 * Seals text with AES-256-GCM under a key of its own, which is wrapped by a key from the environment.
 * What comes out names that key, so that keys can rotate. Layout: format, length of the key id, key
 * id, wrapped data key, sealed text; each sealed part is nonce, tag, ciphertext.
 */
export class Sealer {
  private readonly keys: Map<string, Buffer>;
  /** Id of the key that seals. */
  readonly keyId: string;

  /** The first key seals, all unseal. */
  constructor(keys: readonly WrappingKey[]) {
    const [current] = keys;
    if (!current) throw new Error('There is no key to seal with.');
    this.keyId = current.id;
    this.keys = new Map(keys.map(({ id, key }) => [id, key]));
  }

  /** Of the keys that unseal. */
  get keyIds(): string[] {
    return [...this.keys.keys()];
  }

  /** `context` names what is sealed, and must be the same when it is unsealed: a value can't be moved to another record. */
  seal(text: string, context: string): Buffer {
    const dataKey = randomBytes(KEY_BYTES);
    const id = Buffer.from(this.keyId);
    return Buffer.concat([
      Buffer.of(FORMAT, id.length),
      id,
      encrypt(this.wrappingKey(this.keyId), dataKey, context),
      encrypt(dataKey, Buffer.from(text), context),
    ]);
  }

  /** Throws {@link UnsealError}. */
  unseal(sealed: Buffer, context: string): string {
    const idEnd = 2 + (sealed[1] ?? 0);
    const keyEnd = idEnd + IV_BYTES + TAG_BYTES + KEY_BYTES;
    if (sealed[0] !== FORMAT || sealed.length < keyEnd + IV_BYTES + TAG_BYTES) {
      throw new UnsealError('This is no sealed value.');
    }
    const wrappingKey = this.wrappingKey(sealed.toString('utf8', 2, idEnd));
    try {
      const dataKey = decrypt(wrappingKey, sealed.subarray(idEnd, keyEnd), context);
      return decrypt(dataKey, sealed.subarray(keyEnd), context).toString();
    } catch {
      throw new UnsealError('The sealed value was changed, or belongs to another record or key.');
    }
  }

  private wrappingKey(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) {
      throw new UnsealError(`The key "${id}" that sealed the value is not in WEFT_ENCRYPTION_KEY.`);
    }
    return key;
  }
}

function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const textStart = IV_BYTES + TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(IV_BYTES, textStart));
  return Buffer.concat([decipher.update(sealed.subarray(textStart)), decipher.final()]);
}
