import type { Route, RouteReply } from '../service';
import { HttpProblem } from './http';

interface IndexRequest {
  env?: unknown;
  collection_name?: unknown;
  create_indexes?: unknown;
  drop_indexes?: unknown;
}

export interface IndexSpecification {
  name: string;
  unique: boolean;
  keys: { name: string; direction: '1' | '-1' | '2dsphere' }[];
}

/** What `POST /tcb/updateindex` needs of the database. */
export interface IndexKeeper {
  updateIndexes(collection: string, create: IndexSpecification[], drop: { name: string }[]): void;
}

const answer = (errcode: number, errmsg: string): RouteReply => ({ body: { errcode, errmsg } });

const isSpecification = (index: IndexSpecification) =>
  typeof index?.name === 'string' &&
  Array.isArray(index.keys) &&
  index.keys.length > 0 &&
  index.keys.every(
    (key) => typeof key?.name === 'string' && ['1', '-1', '2dsphere'].includes(key.direction),
  );

/** WeChat's HTTPS interface 更新数据库索引, with its error codes. */
export function updateIndexRoute(database: IndexKeeper, env: string): Route {
  return {
    method: 'POST',
    path: '/tcb/updateindex',
    async handle({ url, json }) {
      if (!url.searchParams.get('access_token')) return answer(41001, 'access_token missing');
      let request: IndexRequest;
      try {
        request = (await json(1024 * 1024)) as IndexRequest;
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error;
        return answer(47001, 'data format error');
      }
      const {
        collection_name: collection,
        create_indexes: create = [],
        drop_indexes: drop = [],
      } = request;
      if (!request.env || !collection) return answer(40101, 'missing parameter');
      if (request.env !== env) return answer(-1, `no such environment: ${String(request.env)}`);
      if (typeof collection !== 'string' || !Array.isArray(create) || !Array.isArray(drop))
        return answer(40097, 'invalid args');
      if (!create.every(isSpecification) || drop.some((index) => typeof index?.name !== 'string'))
        return answer(40097, 'invalid args');
      try {
        database.updateIndexes(
          collection,
          create as IndexSpecification[],
          drop as { name: string }[],
        );
      } catch (error) {
        return answer(-1, error instanceof Error ? error.message : String(error));
      }
      return answer(0, 'ok');
    },
  };
}
