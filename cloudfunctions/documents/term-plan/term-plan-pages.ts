import { BookOfPlan } from '../../../domain/book/book.schema';
import { AppError } from '../../../domain/errors';
import { termPlanIdOf } from '../../../domain/term-plan/term-plan.schema';
import { readClasses } from '../../api/roster.store';
import { readTermPlan } from '../../api/term-plan/term-plan.store';
import type { Pages } from '../book-kind';
import type { Maker } from '../document-kind';
import { placeOnPaper } from '../place-on-paper';
import { planBlocks } from '../plan-blocks';

/** The plan of a class, a division or the school for a term (S4-205, S4-219). */
export async function makeTermPlan(ctx: Maker, raw: unknown): Promise<Pages> {
  const { level, placeId, termId } = BookOfPlan.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find(({ id }) => id === termId);
  if (!term) throw new AppError('notFound');
  const [classes, plan] = await Promise.all([
    readClasses(school._id, 'everything'),
    readTermPlan(termId, placeId),
  ]);
  const place = placeOnPaper(school, classes, { level, placeId }, term.schoolYear);
  const why = access.authorize(place?.subject ?? null);
  if (!place) throw new Error('authorized without a place');
  const blocks = planBlocks({ plan, level, place: `${school.name}　${place.label}`, term });
  return {
    of: { collection: 'termPlans', documentId: termPlanIdOf(termId, placeId), why },
    book: {
      title: `${place.label}学情会商计划`,
      owner: school.name,
      sections: [{ name: '计划', blocks }],
    },
  };
}
