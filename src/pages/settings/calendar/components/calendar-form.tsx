import { useState } from 'react';
import { dayOf, monthAndDay } from '../../../../../domain/calendar/day';
import { type Term, termLabel } from '../../../../../domain/calendar/term';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { Switch } from '../../../../components/switch';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { useWriteId } from '../../../../platform/use-api';
import { type SchoolCalendar, useReviseSchoolCalendar } from '../../settings.queries';
import { type CalendarDraft, type Edited, nextTerm, withEdited } from '../calendar-draft';
import { DaysSheet } from './days-sheet';
import { EffectCard } from './effect-card';
import { TermSheet } from './term-sheet';

const draftOf = ({
  terms,
  ownDays,
  exams,
  isHolidayWeekCounted,
}: SchoolCalendar): CalendarDraft => ({
  ...{ terms, ownDays, exams, isHolidayWeekCounted },
});

const saySpan = ({ from, to }: { from: string; to: string }): string =>
  from === to ? monthAndDay(from) : `${monthAndDay(from)}—${monthAndDay(to)}`;

/** The calendar, edited as a whole and stored by one 保存; what it amounts to stands below. */
export function CalendarForm({ stored }: { stored: SchoolCalendar }) {
  const today = dayOf(new Date());
  const [base] = useState(() => draftOf(stored));
  const [draft, setDraft] = useState(base);
  const [edited, setEdited] = useState<Edited | null>(null);
  const { mutate, isPending, error } = useReviseSchoolCalendar();
  const writeIdOf = useWriteId();
  const mayRevise = stored.may.revise;
  const close = () => setEdited(null);
  const done = (one: Edited, isRemoved = false) => {
    setDraft(withEdited(draft, one, isRemoved));
    close();
  };
  const save = () => {
    const terms = draft.terms.map(({ id: _id, ...dates }: Term) => dates);
    const content = { ...draft, terms, rev: stored.rev };
    const onSuccess = () => {
      showToast({ text: '校历已保存' });
      goBack();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const emptyDays = { label: '', from: today, to: today };
  const open = (one: Edited) => (mayRevise ? { onTap: () => setEdited(one) } : {});
  const adds = (text: string, one: Edited) =>
    mayRevise && <Button kind="link" text={text} onTap={() => setEdited(one)} />;
  const sheet =
    edited &&
    (edited.kind === 'term' ? (
      <TermSheet edited={edited} today={today} onDone={done} onClose={close} />
    ) : (
      <DaysSheet edited={edited} onDone={done} onClose={close} />
    ));
  return (
    <Screen
      sheet={sheet}
      footer={
        mayRevise && (
          <Button
            kind="main"
            text="保存"
            isDisabled={draft === base}
            isBusy={isPending}
            onTap={save}
          />
        )
      }
    >
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Card
        title="学期"
        aside={adds('加一个学期', { kind: 'term', place: -1, value: nextTerm(draft.terms, today) })}
      >
        {draft.terms.map((value, place) => (
          <Row
            key={value.id}
            title={termLabel(value)}
            note={`${monthAndDay(value.startsOn)}—${monthAndDay(value.endsOn)}，第一教学周从${monthAndDay(value.weekOneOn)}那周算起`}
            {...open({ kind: 'term', place, value })}
          />
        ))}
        <Row
          title="整周放假也算一周"
          note={draft.isHolidayWeekCounted ? '算，周次不跳过' : '不算，周次顺下来'}
          aside={
            mayRevise && (
              <Switch
                label="整周放假也算一周"
                isOn={draft.isHolidayWeekCounted}
                onSwitch={(isHolidayWeekCounted) => setDraft({ ...draft, isHolidayWeekCounted })}
              />
            )
          }
        />
      </Card>
      {draft.terms
        .filter(({ endsOn }) => endsOn >= today)
        .map((term) => (
          <EffectCard key={term.id} term={term} draft={draft} base={base} />
        ))}
      <Card
        title="本校自己的日子"
        aside={adds('加几天', {
          kind: 'ownDays',
          place: -1,
          value: { ...emptyDays, isSchoolDay: false },
        })}
      >
        {draft.ownDays.length === 0 && (
          <Empty text="国家的放假和调休已经在里面。秋假、运动会、调课这些自己的日子写在这里。" />
        )}
        {draft.ownDays.map((value, place) => (
          <Row
            key={`${value.from}${value.label}`}
            title={value.label}
            note={`${saySpan(value)} · ${value.isSchoolDay ? '照常上课' : '不上课'}`}
            {...open({ kind: 'ownDays', place, value })}
          />
        ))}
      </Card>
      <Card
        title="考试"
        aside={adds('加一次', {
          kind: 'exams',
          place: -1,
          value: { ...emptyDays, isExcused: true },
        })}
      >
        {draft.exams.length === 0 && (
          <Empty text="期中、期末考试的日子写在这里，考试周可以不会商。" />
        )}
        {draft.exams.map((value, place) => (
          <Row
            key={`${value.from}${value.label}`}
            title={value.label}
            note={`${saySpan(value)} · ${value.isExcused ? '这几天不作要求' : '照常要求'}`}
            {...open({ kind: 'exams', place, value })}
          />
        ))}
      </Card>
    </Screen>
  );
}
