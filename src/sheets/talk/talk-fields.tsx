import { Text } from '@tarojs/components';
import { useState } from 'react';
import { addDays, sayDay } from '../../../domain/calendar/day';
import {
  MAX_SAID,
  TALK_TOPICS,
  TALK_WAYS,
  type TalkTopic,
  type TalkWay,
} from '../../../domain/talk/talk.schema';
import { wordingHints } from '../../../domain/wording';
import { Chip, Chips } from '../../components/chip';
import { TextArea } from '../../components/field';
import { Hints } from '../../components/hints';
import { Notice } from '../../components/notice';
import type { TalkFieldsState } from './use-talk-form';
import './talk-fields.scss';

const TOPICS = Object.entries(TALK_TOPICS) as [TalkTopic, string][];
const WAYS = Object.entries(TALK_WAYS) as [TalkWay, string][];
/** Topics whose details belong into a sealed note. */
const TENDER: readonly TalkTopic[] = ['psychology', 'family'];
const NEXT_WEEKS = [
  [1, '一周后'],
  [2, '两周后'],
  [4, '四周后'],
] as const;
const DAYS_BACK = 7;

/** Topics by tap, and the one text that is usually written. */
export function MainFields({ talk }: { talk: TalkFieldsState }) {
  const { form, toggle, type } = talk;
  const [hints, setHints] = useState(() => wordingHints(form.said));
  const isTender = form.topics.some((topic) => TENDER.includes(topic));
  return (
    <>
      <Chips>
        {TOPICS.map(([topic, label]) => (
          <Chip
            key={topic}
            role="checkbox"
            text={label}
            isChosen={form.topics.includes(topic)}
            onTap={() => toggle(topic)}
          />
        ))}
      </Chips>
      {isTender && (
        <Notice text="家庭和心理的细节，保存以后写进“保密部分”；这里写教师之间可以看到的。" />
      )}
      <TextArea
        label="学生说的"
        placeholder="谈到的一件事、一个想法、一个进步。"
        max={MAX_SAID}
        initial={form.said}
        onInput={(value) => {
          type('said', value);
          setHints(wordingHints(value));
        }}
      />
      <Hints hints={hints} />
    </>
  );
}

/** Whatever else may be said of a talk. */
export function MoreFields({ talk, today }: { talk: TalkFieldsState; today: string }) {
  const { form, choose, type } = talk;
  return (
    <>
      <TextArea
        label="约好的"
        placeholder="一起定下的一小步。"
        max={MAX_SAID}
        initial={form.agreed}
        onInput={(value) => type('agreed', value)}
      />
      <Text className="talk-label">下次面谈</Text>
      <Chips>
        {NEXT_WEEKS.map(([weeks, label]) => {
          const nextOn = addDays(form.on, weeks * 7);
          const isChosen = form.nextOn === nextOn;
          return (
            <Chip
              key={weeks}
              role="radio"
              text={isChosen ? `${label} · ${sayDay(nextOn, today)}` : label}
              isChosen={isChosen}
              onTap={() => choose({ nextOn: isChosen ? null : nextOn })}
            />
          );
        })}
      </Chips>
      <Text className="talk-label">方式</Text>
      <Chips>
        {WAYS.map(([way, label]) => (
          <Chip
            key={way}
            role="radio"
            text={label}
            isChosen={form.how === way}
            onTap={() => choose({ how: way })}
          />
        ))}
      </Chips>
      <TextArea
        label="反思"
        placeholder="这次谈得怎样，下次想怎样做。也可以以后再补。"
        max={MAX_SAID}
        initial={form.reflection}
        onInput={(value) => type('reflection', value)}
      />
    </>
  );
}

/** The day of the talk: one of the last seven. */
export function DayField({ talk, today }: { talk: TalkFieldsState; today: string }) {
  const { form, choose } = talk;
  const days = Array.from({ length: DAYS_BACK }, (_, ago) => addDays(today, -ago));
  return (
    <>
      <Text className="talk-label">哪天谈的</Text>
      <Chips>
        {days.map((day) => (
          <Chip
            key={day}
            role="radio"
            text={sayDay(day, today)}
            isChosen={form.on === day}
            onTap={() => choose({ on: day, nextOn: null })}
          />
        ))}
      </Chips>
    </>
  );
}
