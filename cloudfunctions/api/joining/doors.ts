import { isCodeValid } from '../../../domain/class-code';
import type { GuardianCode } from '../../../domain/joining/guardian-request.schema';
import { isInvitationValid } from '../../../domain/joining/joining.rules';
import type { StaffInvitation } from '../../../domain/joining/staff-invitation.schema';
import { type Door, refuseCode, refuseGuessing } from '../class-code';
import type { Passer } from '../procedure';
import { readGuardianCode, readInvitation } from './joining.store';

/** Codes of guardians and of staff share their tries: whoever guesses the one guesses the other. */
export const JOIN_DOOR: Door = { name: 'joinTry', max: 10, refusal: 'joinCodeRefused' };

/** The class code behind what was typed. @throws with one answer for wrong, expired and ended */
export async function openGuardianDoor(ctx: Passer, typed: string): Promise<GuardianCode> {
  const [code] = await Promise.all([readGuardianCode(typed), refuseGuessing(ctx, JOIN_DOOR)]);
  if (!code || !isCodeValid(code, ctx.now)) return refuseCode(ctx, JOIN_DOOR);
  return code;
}

/**
 * The invitation behind what was typed; whoever has used it sees it again, so that a lost answer
 * is no refusal.
 */
export async function openStaffDoor(ctx: Passer, typed: string): Promise<StaffInvitation> {
  const [found] = await Promise.all([readInvitation(typed), refuseGuessing(ctx, JOIN_DOOR)]);
  const hasJoined = found?.usedBy.some(({ memberId }) => memberId === ctx.openid) ?? false;
  if (!found || !(hasJoined || isInvitationValid(found, ctx.now))) {
    return refuseCode(ctx, JOIN_DOOR);
  }
  return found;
}
