import {
  formIdOf,
  type InteractionForm,
  type ReviseInteractionForm,
} from '../../../domain/interaction-form/interaction-form.schema';
import type { z } from '../../../domain/schema';
import { newStamps } from '../../kernel/database';
import type { Caller } from '../procedure';
import { changeDocument } from './change-document';
import { pickForm, presentForm } from './interaction-view';

/** Edit a form of the school, or make one. What was sent out keeps the version it was sent with. */
export function reviseInteractionForm(ctx: Caller, input: z.infer<typeof ReviseInteractionForm>) {
  const { formId } = input;
  const why = ctx.access.authorize({ schoolId: ctx.school._id });
  const id = formIdOf(ctx.school._id, formId);
  const fields = pickForm(input);
  return changeDocument<InteractionForm, ReturnType<typeof presentForm>>(ctx, {
    collection: 'interactionForms',
    id,
    action: 'interactionForm.revise',
    why,
    edit: input,
    begin: () => ({ _id: id, ...newStamps(ctx), rev: 0, ...fields, formId, lastWriteId: '' }),
    change: () => fields,
    fieldsOf: pickForm,
    present: presentForm,
  });
}
