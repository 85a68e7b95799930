import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../domain/errors';

/** So much work for each guess at a passphrase: 32 MB and some tenths of a second. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const IV_BYTES = 12;
const TAG_BYTES = 16;

export const newSalt = (): string => randomBytes(16).toString('base64');

export const keyOf = (passphrase: string, salt: string): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, COST);

export const hashOf = (content: Buffer | string): string =>
  createHash('sha256').update(content).digest('hex');

/** One hash of everything that a backup is made of. */
export const hashOfAll = (...made: readonly (readonly { hash: string }[])[]): string =>
  hashOf(made.flatMap((some) => some.map(({ hash }) => hash)).join('\n'));

/** AES-256-GCM over the deflated content; `name` is sealed in, so that parts cannot change places. */
export function seal(key: Buffer, name: string, content: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(deflateRawSync(content)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** @throws AppError `backupRefused` for a wrong passphrase, or content that is not what was sealed */
export function unseal(key: Buffer, name: string, sealed: Buffer): Buffer {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(name)).setAuthTag(tag);
    const content = sealed.subarray(IV_BYTES + TAG_BYTES);
    return inflateRawSync(Buffer.concat([decipher.update(content), decipher.final()]));
  } catch {
    throw new AppError('backupRefused');
  }
}

const PROOF = 'proof';

export const proofOf = (key: Buffer): string =>
  seal(key, PROOF, Buffer.from(PROOF)).toString('base64');

/** @throws AppError `backupRefused` unless the key is the one that the proof was made with */
export const checkProof = (key: Buffer, proof: string): void => {
  unseal(key, PROOF, Buffer.from(proof, 'base64'));
};
