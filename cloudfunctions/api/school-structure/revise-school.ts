import { AppError } from '../../../domain/errors';
import type { z } from '../../../domain/schema';
import type { ReviseSchool } from '../../../domain/school/structure.schema';
import type { Caller } from '../procedure';
import { changeSchool } from './change-school';

/** Call the school, its campuses, divisions and offices otherwise; add a campus. */
export async function reviseSchool(ctx: Caller, input: z.infer<typeof ReviseSchool>) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const { name, campuses, officeNames, divisions } = input;
  return changeSchool(ctx, {
    action: 'school.revise',
    why,
    edit: input,
    change: ({ structure }) => {
      const used = structure.divisions.map(({ campusId }) => campusId);
      if (used.some((id) => !campuses.some((campus) => campus.id === id))) {
        throw new AppError('badInput', {
          sentence: '还有班级的校区不能去掉，请先停用那里的班级。',
        });
      }
      const labels = new Map(divisions.map(({ id, label }) => [id, label]));
      return {
        name,
        structure: {
          ...structure,
          campuses,
          officeNames,
          divisions: structure.divisions.map((division) => ({
            ...division,
            label: labels.get(division.id) ?? division.label,
          })),
        },
      };
    },
  });
}
