import * as z from 'zod/mini';
import type { InvitedPosting } from '../access/invited-posting';
import type { Role } from '../access/roles';
import { STAFF_ROLES } from '../access/staff';
import { idList, requiredText, type Stored, text, writeId } from '../schema';
import { shortCodeOf } from '../short-code';

/** A code that makes its holder one of the staff, as the office prepared it. `_id` is the code. */
export interface StaffInvitation extends Stored {
  /** Whom it is for, as the office knows them; the one who joins sees it. */
  name: string;
  /** The record of the one it is for, where the office has written one (staffRecords). */
  staffId?: string;
  /** Their phone, if the office has it: another way to find this (phone-door). */
  phone?: string;
  postings: InvitedPosting[];
  /** As they were when it was made: where it leads, and as what. */
  schoolName: string;
  says: string[];
  /** How many may join with it: 1, or a whole office at a time. */
  maxUses: number;
  usedBy: { memberId: string; name: string; at: Date }[];
  expiresAt: Date;
  endedAt: Date | null;
  lastWriteId: string;
}

export const INVITATION_LENGTH = 10;
export const INVITATION_DAYS = 7;
export const MAX_USES = 60;
export const MAX_INVITED_POSTINGS = 8;
export const INVITATION_PAGE = 60;

/** The roles whose reach is named in the invitation. */
export const REACHES_CLASSES: readonly Role[] = ['homeroomTeacher', 'subjectTeacher'];

const posting = () =>
  z
    .strictObject({
      role: z.enum(STAFF_ROLES as [Role, ...Role[]], { error: '请选择身份。' }),
      classIds: idList('班级', 30),
      divisionIds: idList('级部', 10),
      subject: text('学科', 10),
    })
    .check(
      z.refine(({ role, classIds }) => !REACHES_CLASSES.includes(role) || classIds.length > 0, {
        path: ['classIds'],
        error: '请选择是哪个班的。',
      }),
      z.refine(({ role, classIds }) => role !== 'homeroomTeacher' || classIds.length === 1, {
        path: ['classIds'],
        error: '班主任只选一个班。',
      }),
      z.refine(({ role, subject }) => role !== 'subjectTeacher' || subject !== '', {
        path: ['subject'],
        error: '请写任教的学科。',
      }),
      z.refine(({ role, divisionIds }) => role !== 'divisionHead' || divisionIds.length > 0, {
        path: ['divisionIds'],
        error: '请选择是哪个级部的。',
      }),
    );

export const RecordStaffInvitation = z.strictObject({
  writeId: writeId(),
  name: requiredText('给谁', 20),
  postings: z
    .array(posting())
    .check(
      z.minLength(1, { error: '请至少选一个身份。' }),
      z.maxLength(MAX_INVITED_POSTINGS, { error: `最多选 ${MAX_INVITED_POSTINGS} 个身份。` }),
    ),
  maxUses: z
    .int({ error: '请选择几个人用。' })
    .check(z.gte(1, { error: '至少 1 人。' }), z.lte(MAX_USES, { error: `最多 ${MAX_USES} 人。` })),
});

const invitationCode = () => shortCodeOf('邀请码', INVITATION_LENGTH);

export const CloseStaffInvitation = z.strictObject({ code: invitationCode(), writeId: writeId() });

export const StaffDoor = z.strictObject({ code: invitationCode() });

export const SubmitStaffInvitation = z.strictObject({
  code: invitationCode(),
  writeId: writeId(),
  name: requiredText('您的姓名', 20),
});

/** What WeChat gives the phone for a verified number: good for five minutes, once. */
export const SubmitPhoneDoor = z.strictObject({
  phoneCode: z
    .string({ error: '没有收到手机号，请再点一次。' })
    .check(z.regex(/^[\w+/=-]{8,200}$/, { error: '没有收到手机号，请再点一次。' })),
});
