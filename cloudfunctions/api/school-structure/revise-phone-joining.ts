import type { z } from '../../../domain/schema';
import type { RevisePhoneJoining } from '../../../domain/school/structure.schema';
import type { Caller } from '../procedure';
import { changeSchool } from './change-school';

/** Let staff find their invitation by their phone, or not; codes and links work either way. */
export function revisePhoneJoining(ctx: Caller, input: z.infer<typeof RevisePhoneJoining>) {
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  return changeSchool(ctx, {
    action: 'phoneJoining.revise',
    why,
    edit: input,
    change: () => ({ joinsByPhone: input.isOn }),
  });
}
