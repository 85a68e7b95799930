import { useRef, useState } from 'react';
import { dayOf } from '../../../domain/calendar/day';
import type { TalkTopic, TalkWords } from '../../../domain/talk/talk.schema';
import { useDraft } from '../../components/edit/use-draft';

/** What stands in the form of a talk. */
export interface TalkForm extends TalkWords {
  on: string;
}

type TalkText = 'said' | 'agreed' | 'reflection';

const EMPTY = { how: 'inPerson', topics: [], said: '', agreed: '', reflection: '' } as const;

function readForm(found: unknown): TalkForm | null {
  const form = found as Partial<TalkForm> | undefined;
  const isForm =
    Array.isArray(form?.topics) && typeof form.said === 'string' && typeof form.on === 'string';
  return isForm ? (form as TalkForm) : null;
}

/** The form of a talk, kept on the phone as it is filled in. Texts are uncontrolled. */
export function useTalkForm(draftKey: string | null, stored?: TalkForm) {
  const draft = useDraft(draftKey, readForm);
  const [form, setForm] = useState<TalkForm>(
    () => draft.restored ?? stored ?? { ...EMPTY, topics: [], nextOn: null, on: dayOf(new Date()) },
  );
  const current = useRef(form);
  const change = (changes: Partial<TalkForm>) => {
    current.current = { ...current.current, ...changes };
    draft.keep(current.current);
    return current.current;
  };
  return {
    form,
    isRestored: draft.restored !== null,
    draftState: draft.state,
    /** All of it, typed texts too. */
    filled: (): TalkForm => {
      const { said, agreed, reflection, ...rest } = current.current;
      return { ...rest, said: said.trim(), agreed: agreed.trim(), reflection: reflection.trim() };
    },
    type: (text: TalkText, value: string) => {
      change({ [text]: value });
    },
    choose: (changes: Partial<Pick<TalkForm, 'how' | 'on' | 'nextOn'>>) => setForm(change(changes)),
    toggle: (topic: TalkTopic) => {
      const { topics } = current.current;
      const has = topics.includes(topic);
      setForm(change({ topics: has ? topics.filter((one) => one !== topic) : [...topics, topic] }));
    },
    drop: draft.drop,
  };
}

export type TalkFormState = ReturnType<typeof useTalkForm>;

/** What the fields need of a form, whichever it is. */
export type TalkFieldsState = Pick<TalkFormState, 'form' | 'type' | 'choose' | 'toggle'>;
