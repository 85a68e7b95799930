/** Aggregation: `runPipeline` sends documents through the stages of a pipeline. */
import { failure } from './failure';
import type { Variables } from './match';
import { groupStages } from './pipeline/group';
import { lookup } from './pipeline/lookup';
import { reshapeStages } from './pipeline/reshape';
import { selectStages } from './pipeline/select';
import type { PipelineWorld, Stage, StageContext, StageTable } from './pipeline/stage';
import type { Doc } from './value';

export type { PipelineWorld, Stage } from './pipeline/stage';

const stageTable: StageTable = {
  ...groupStages,
  ...reshapeStages,
  ...selectStages,
  $lookup: lookup,
};

function run(
  docs: Iterable<Doc>,
  stages: Stage[],
  world: PipelineWorld,
  variables: Variables,
): Doc[] {
  const flows = stages.map(({ stageKey, stageValue }, at) => {
    const compile = Object.hasOwn(stageTable, stageKey) ? stageTable[stageKey] : undefined;
    if (!compile) throw failure(`Unrecognized pipeline stage name: '${stageKey}'`);
    const context: StageContext = {
      world,
      variables,
      isFirst: at === 0,
      runNested: (inner, nested, bound) => run(inner, nested, world, bound),
    };
    return compile(stageValue, context);
  });
  // Every stage is checked before the first document moves; then documents flow one by one.
  let flowing = docs;
  for (const flow of flows) flowing = flow(flowing);
  return [...flowing];
}

/**
 * Runs the stages over the documents and gives what leaves the last one.
 * @throws DatabaseError `DATABASE_REQUEST_FAILED` with MongoDB's text for a stage or expression that
 *   MongoDB refuses, and for stages that the SDK has no method for (`$facet`, `$out` …).
 */
export const runPipeline = (docs: Iterable<Doc>, stages: Stage[], world: PipelineWorld): Doc[] =>
  run(docs, stages, world, { NOW: new Date(world.now) });
