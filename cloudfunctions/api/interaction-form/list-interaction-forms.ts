import { FORM_PRESETS } from '../../../domain/interaction-form/presets';
import type { Caller } from '../procedure';
import { readForms } from './interaction-form.store';
import { type FormVersion, presentForm, presetForm } from './interaction-view';

/** The school's forms: the presets, as the school has changed them, then its own. */
export async function listInteractionForms(ctx: Caller) {
  const { school, member, access } = ctx;
  access.authorize({ schoolId: school._id, memberId: member._id });
  const stored = (await readForms(school._id)).map(presentForm);
  const presets = Object.keys(FORM_PRESETS).map(
    (formId) => stored.find(({ id }) => id === formId) ?? presetForm(formId),
  );
  const own = stored.filter(({ id }) => !Object.hasOwn(FORM_PRESETS, id));
  return {
    forms: [...presets.filter((form): form is FormVersion => form !== null), ...own],
    mayRevise: access.may('interactionForm.revise', { schoolId: school._id }),
  };
}
