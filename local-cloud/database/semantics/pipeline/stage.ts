/** What a stage of an aggregation pipeline is. */
import { compileExpression } from '../expression/compile';
import type { Expression, Scope } from '../expression/operator';
import { failure } from '../failure';
import type { Variables } from '../match';
import { type Doc, isDoc, type Value } from '../value';

export interface Stage {
  /** `$match`, `$group` … */
  stageKey: string;
  stageValue: Value;
}

/** What an index may help to find. */
export interface PipelineQuestion {
  query: Doc;
  order?: Record<string, 1 | -1>;
  limit?: number;
}

/** What a pipeline may ask of the database. */
export interface PipelineWorld {
  /** Milliseconds since 1970, UTC. */
  now: number;
  /** The documents of a collection that a question asks for; without an order in stored order. */
  find(collection: string, question: PipelineQuestion): Doc[];
}

export interface StageContext {
  world: PipelineWorld;
  /** `$$NOW`, and what `let` of a `$lookup` around this pipeline binds. */
  variables: Variables;
  isFirst: boolean;
  /** Runs the pipeline of a `$lookup`. */
  runNested(docs: Iterable<Doc>, stages: Stage[], variables: Variables): Doc[];
}

export type Flow = (docs: Iterable<Doc>) => Iterable<Doc>;

/** Checks the stage's operand and gives what it does to the stream of documents. */
export type StageCompiler = (operand: Value, context: StageContext) => Flow;

export type StageTable = Readonly<Record<string, StageCompiler>>;

/** An expression of a stage, made to take a document. */
export function expressionOf(
  operand: Value,
  { variables }: StageContext,
): (doc: Doc) => ReturnType<Expression> {
  const evaluate = compileExpression(operand, Object.keys(variables));
  return (doc) => evaluate({ root: doc, variables });
}

export const scopeOf = (root: Doc, { variables }: StageContext): Scope => ({ root, variables });

/** @throws DatabaseError unless the operand is a document with nothing but these options. */
export function optionsOf(stage: string, operand: Value, known: readonly string[]): Doc {
  if (!isDoc(operand)) throw failure(`the ${stage} stage specification must be an object`);
  const unknown = Object.keys(operand).find((key) => !known.includes(key));
  if (unknown) throw failure(`Unrecognized option to ${stage}: ${unknown}.`);
  return operand;
}

export const filtering = (test: (doc: Doc) => boolean): Flow =>
  function* (docs) {
    for (const doc of docs) if (test(doc)) yield doc;
  };

export const mapping = (change: (doc: Doc) => Doc): Flow =>
  function* (docs) {
    for (const doc of docs) yield change(doc);
  };
