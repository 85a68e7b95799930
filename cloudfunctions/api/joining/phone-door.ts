import { AppError } from '../../../domain/errors';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import type { SubmitPhoneDoor } from '../../../domain/joining/staff-invitation.schema';
import type { z } from '../../../domain/schema';
import { phoneNumberOf } from '../../kernel/cloud';
import { type Door, refuseCode, refuseGuessing } from '../class-code';
import type { Passer } from '../procedure';
import { readInvitationsNamed, readPhoneSchools, readRecordsOfPhone } from './joining.store';

/** A number costs money: whoever is not expected may ask a few times. */
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
  const [schools] = await Promise.all([readPhoneSchools(), refuseGuessing(ctx, PHONE_DOOR)]);
  // Nobody is asked for their number where no school wants it.
  if (schools.length === 0) throw new AppError('notFound');
  const phone = await phoneNumberOf(phoneCode);
  if (phone === null) {
    throw new AppError('badInput', { sentence: '手机号的验证过期了，请再点一次。' });
  }
  const records = (await readRecordsOfPhone(phone)).filter(
    ({ schoolId, memberId }) => memberId === null && schools.some(({ _id }) => _id === schoolId),
  );
  const codes = records.flatMap(({ invitationCode }) => invitationCode ?? []);
  const waiting = codes.length === 0 ? [] : await readInvitationsNamed(codes);
  const valid = waiting.filter((one) => isInvitationValid(one, ctx.now));
  if (valid.length === 0) return refuseCode(ctx, PHONE_DOOR);
  return {
    doors: valid.map(({ _id, schoolName, name, says }) => ({ code: _id, schoolName, name, says })),
  };
}
