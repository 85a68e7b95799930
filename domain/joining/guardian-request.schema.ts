import * as z from 'zod/mini';
import type { ClassCode } from '../class-code';
import { classCode } from '../class-code';
import { id, requiredText, type Stored, writeId } from '../schema';
import { CONSENT_VERSION, RELATIONS, type Relation } from './consent';

/** The code of a class that guardians join with, as letters or as a picture to scan. */
export interface GuardianCode extends ClassCode {
  /** As they were when it was made: whoever holds the code reads where it leads, in one request. */
  schoolName: string;
  classLabel: string;
}

export const GUARDIAN_CODE_DAYS = 14;

/**
 * A guardian asks to be let in to one child. Nobody is told whether the name exists: the homeroom
 * teacher, who knows the parents, decides.
 */
export interface GuardianRequest extends Stored {
  classId: string;
  divisionId: string;
  /** The guardian's openid. */
  memberId: string;
  guardianName: string;
  relation: Relation;
  /** As the guardian typed it. */
  childName: string;
  consentVersion: string;
  agreedAt: Date;
  isUnderFourteen: boolean;
  state: 'open' | 'approved' | 'refused';
  /** Of an approved one. */
  studentId: string | null;
  /** Of a refused one; the guardian reads it. */
  reason: string;
  closedAt: Date | null;
  closedByName: string;
  lastWriteId: string;
}

/** Of one class that are waiting; more than a class has children with two guardians each. */
export const MAX_REQUESTS = 160;
/** Of one phone: a family of many children, in several schools. */
export const MAX_OWN_REQUESTS = 20;
/** How many children of a school one guardian has. */
export const MAX_CHILDREN = 10;

export const RecordGuardianCode = z.strictObject({ classId: id('班级'), writeId: writeId() });

export const CloseGuardianCode = z.strictObject({
  code: classCode('加入码'),
  writeId: writeId(),
});

export const GuardianDoor = z.strictObject({ code: classCode('加入码') });

export const SubmitGuardianRequest = z
  .strictObject({
    code: classCode('加入码'),
    writeId: writeId(),
    guardianName: requiredText('您的姓名', 20),
    relation: z.enum(Object.keys(RELATIONS) as Relation[], { error: '请选择您是孩子的什么人。' }),
    childName: requiredText('孩子的姓名', 20),
    consentVersion: z.literal(CONSENT_VERSION, {
      error: '说明有了新的版本，请返回重新看一遍再提交。',
    }),
    isUnderFourteen: z.boolean({ error: '请选择孩子是否未满十四周岁。' }),
    agreesForChild: z.boolean(),
  })
  .check(
    z.refine((input) => !input.isUnderFourteen || input.agreesForChild, {
      path: ['agreesForChild'],
      error: '孩子未满十四周岁，需要您单独同意后再提交。',
    }),
  );

export const ListGuardianRequests = z.strictObject({ classId: id('班级') });

export const CloseGuardianRequest = z.strictObject({
  requestId: id('申请'),
  writeId: writeId(),
  decision: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('approved'), studentId: id('学生') }),
    z.strictObject({ state: z.literal('refused'), reason: requiredText('原因', 100) }),
  ]),
});

/** Takes an answer back: the request is open again, and the right is gone. */
export const VoidGuardianAnswer = z.strictObject({ requestId: id('申请'), writeId: writeId() });

export const CloseConsent = z.strictObject({
  studentId: id('孩子'),
  writeId: writeId(),
});
