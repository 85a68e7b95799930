import { AppError } from '../../../domain/errors';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import type { SubmitPhoneDoor } from '../../../domain/joining/staff-invitation.schema';
import type { z } from '../../../domain/schema';
import { phoneNumberOf } from '../../kernel/cloud';
import { type Door, refuseCode, refuseGuessing } from '../class-code';
import type { Passer } from '../procedure';
import { readInvitationsOfPhone, readPhoneSchools } from './joining.store';

/** WeChat charged for the number when it gave the code; whoever is not expected may ask a few times. */
const PHONE_DOOR: Door = { name: 'phoneTry', max: 5, refusal: 'phoneNotExpected' };

/** Whether any school here lets its staff in by phone; which one is told to nobody. */
export async function readPhoneDoor() {
  return { isOn: (await readPhoneSchools()).length > 0 };
}

/**
 * The invitations that wait for whoever owns a phone that an office wrote down. It opens what the
 * code would open, and joining goes on as with the code; the number is kept nowhere.
 */
export async function openPhoneDoor(ctx: Passer, { phoneCode }: z.infer<typeof SubmitPhoneDoor>) {
  const [phone] = await Promise.all([phoneNumberOf(phoneCode), refuseGuessing(ctx, PHONE_DOOR)]);
  if (phone === null) {
    throw new AppError('badInput', { sentence: '手机号的验证过期了，请再点一次。' });
  }
  const [waiting, schools] = await Promise.all([readInvitationsOfPhone(phone), readPhoneSchools()]);
  const valid = waiting.filter(
    (one) => isInvitationValid(one, ctx.now) && schools.some(({ _id }) => _id === one.schoolId),
  );
  if (valid.length === 0) return refuseCode(ctx, PHONE_DOOR);
  return {
    doors: valid.map(({ _id, schoolName, name, says }) => ({ code: _id, schoolName, name, says })),
  };
}
