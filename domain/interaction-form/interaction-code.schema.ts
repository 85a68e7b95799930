import * as z from 'zod/mini';
import { type ClassCode, classCode } from '../class-code';
import { id, requiredText, writeId } from '../schema';
import { answersInput } from './interaction-record.schema';

/** A code with which a class fills in one form by itself, on any phone, until the form ends. */
export interface InteractionCode extends ClassCode {
  campaignId: string;
}

export const RecordInteractionCode = z.strictObject({
  campaignId: id('互动表'),
  classId: id('班级'),
  writeId: writeId(),
});

export const CloseInteractionCode = z.strictObject({
  code: classCode('班级码'),
  writeId: writeId(),
});

/** Who fills in: the code, and the whole name. */
const who = { code: classCode('班级码'), name: requiredText('名字', 20) };

export const InteractionSlipById = z.strictObject(who);

export const SubmitInteractionSlip = z.strictObject({
  ...who,
  writeId: writeId(),
  answers: answersInput(),
});
