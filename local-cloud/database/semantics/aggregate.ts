import type { Doc, Value } from './value';

export interface Stage {
  stageKey: string;
  stageValue: Value;
}

/** What a pipeline may ask of the database. `now`: milliseconds since 1970, UTC. */
export interface PipelineWorld {
  now: number;
  /** Every document of the collection that the query matches, in stored order. */
  find(collection: string, query: Doc): Doc[];
}

/** Runs the stages over the documents and returns what leaves the last one. */
export function runPipeline(_docs: Iterable<Doc>, _stages: Stage[], _world: PipelineWorld): Doc[] {
  throw new Error('being written');
}
