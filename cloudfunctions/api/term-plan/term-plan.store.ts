import { MAX_CLASSES } from '../../../domain/school/roster.schema';
import { type TermPlan, termPlanIdOf } from '../../../domain/term-plan/term-plan.schema';
import { readMany, readOne } from '../../kernel/database';

export const readTermPlan = (termId: string, placeId: string): Promise<TermPlan | null> =>
  readOne<TermPlan>('termPlans', termPlanIdOf(termId, placeId));

/** Whether a plan is there and filed: none of its words. */
export type ListedPlan = Pick<
  TermPlan,
  '_id' | 'placeId' | 'filedAt' | 'filedByName' | 'updatedByName'
>;

const LISTED = ['placeId', 'filedAt', 'filedByName', 'updatedByName'];

/** Room for every class, every division and the school. */
const MAX_OF_TERM = MAX_CLASSES + 20;

export const readTermPlans = (schoolId: string, termId: string): Promise<ListedPlan[]> =>
  readMany<ListedPlan>('termPlans', {
    where: { schoolId, termId },
    fields: LISTED,
    limit: MAX_OF_TERM,
  });
