import { FORM_PRESETS } from '../../../../domain/interaction-form/presets';
import { differencesOf } from '../../../../src/components/edit/merge-versions';
import {
  partsOf,
  sayFormPart,
  withParts,
} from '../../../../src/pages/interaction-form/edit/components/form-parts';
import type { Form } from '../../../../src/pages/interaction-form/interaction-form.queries';

const base = { id: 'mentorGuardian', rev: 1, ...FORM_PRESETS.mentorGuardian } as Form;

test('a form that two people changed keeps what each of them wrote', () => {
  const mine: Form = { ...base, intro: '我写的话', questions: base.questions.slice(0, 2) };
  const theirs: Form = { ...base, rev: 2, name: '新的名称', isOn: false };
  const differences = differencesOf(partsOf(base), partsOf(mine), partsOf(theirs));
  const chosen = Object.fromEntries(
    differences.map(({ part, proposed, ...sides }) => [part, sides[proposed ?? 'mine']]),
  );
  expect(withParts(theirs, chosen)).toEqual({
    ...theirs,
    intro: '我写的话',
    questions: base.questions.slice(0, 2),
  });
});

test('questions read as a list, not as they are stored', () => {
  const said = sayFormPart('questions', partsOf(base).questions ?? '');
  expect(said).toContain('2. 孩子回家后的心情');
  expect(said).not.toContain('{');
});
