import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { COLLECTIONS, type CollectionName } from '../kernel/collections';
import type { IndexSpec } from '../kernel/index-spec';

/** WeChat's HTTPS API; another origin only for a cloud that stands elsewhere. */
const ORIGIN = process.env.WX_API_ORIGIN ?? 'https://api.weixin.qq.com';

/** An index of that name is there already: what a repeated migration meets. */
const ALREADY_THERE = /exist|duplicate/i;

const present = ({ name, keys, isUnique = false }: IndexSpec) => ({
  name,
  unique: isUnique,
  keys: keys.map(([field, direction]) => ({ name: field, direction: String(direction) })),
});

/** Create a collection's indexes; those that are there already are left alone. */
export async function createIndexes(name: CollectionName, accessToken: string): Promise<void> {
  const specs: readonly IndexSpec[] = COLLECTIONS[name];
  for (const spec of specs) {
    const { errcode, errmsg } = await post(
      `${ORIGIN}/tcb/updateindex?access_token=${encodeURIComponent(accessToken)}`,
      {
        env: process.env.TCB_ENV ?? process.env.SCF_NAMESPACE,
        collection_name: name,
        create_indexes: [present(spec)],
        drop_indexes: [],
      },
    );
    if (errcode !== 0 && !ALREADY_THERE.test(errmsg)) {
      throw new Error(`index ${name}.${spec.name}: ${errcode} ${errmsg}`);
    }
  }
}

/** The functions' oldest runtime has no fetch. */
function post(url: string, body: object): Promise<{ errcode: number; errmsg: string }> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = send(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    call.on('error', reject);
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    call.end(JSON.stringify(body));
  });
}
