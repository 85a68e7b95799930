import type { PlanLevel } from '../../../domain/school/plan-level';
import type { Answer } from '../../platform/api';
import { useAnswer, useWrite } from '../../platform/use-api';

export type PlanAnswer = Answer<'termPlan', 'byId'>;
export type StoredPlan = NonNullable<PlanAnswer['plan']>;
export type PlanPlaces = Answer<'termPlan', 'list'>;

export interface PlanOf {
  level: PlanLevel;
  placeId: string;
}

export const useTermPlans = () => useAnswer('termPlan', 'list', {});
export const useTermPlan = (of: PlanOf) => useAnswer('termPlan', 'byId', of);
export const useReviseTermPlan = () => useWrite('termPlan', 'revise', ['termPlan']);
export const useSubmitTermPlan = () => useWrite('termPlan', 'submit', ['termPlan', 'today']);
