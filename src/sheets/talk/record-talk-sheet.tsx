import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '../../../domain/calendar/day';
import { saySeen } from '../../../domain/talk/talk.rules';
import { Button } from '../../components/button';
import { sayFailure } from '../../components/failure';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import type { Answer } from '../../platform/api';
import { QUEUED, type Queued, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { useWriteId } from '../../platform/use-api';
import { useReminded } from '../../platform/use-reminded';
import { sayStudents, talkDraft, useRecordTalk } from './talk.queries';
import { DayField, MainFields, MoreFields } from './talk-fields';
import { useTakeBack } from './use-take-back';
import { type TalkForm, useTalkForm } from './use-talk-form';

/** Somebody to talk with, and when they were last seen. */
export type ToTalk = Pick<
  Answer<'mentee', 'list'>[number],
  'studentId' | 'name' | 'daysSince' | 'lastTalkOn' | 'lastTalkBy'
>;

interface RecordTalkSheetProps {
  students: readonly ToTalk[];
  onSaved(): void;
  onClose(): void;
}

const NOTHING = { topics: [], said: '', agreed: '', reflection: '', nextOn: null };

/** 记一次面谈: who and when are filled in; a topic by tap and one text are enough. */
export function RecordTalkSheet({ students, onSaved, onClose }: RecordTalkSheetProps) {
  const today = dayOf(new Date());
  const talk = useTalkForm(talkDraft(students));
  const [hasMore, setHasMore] = useState(false);
  const { mutate, isPending, error } = useRecordTalk(students);
  const takeBack = useTakeBack();
  const reminded = useReminded(['todo']);
  const writeIdOf = useWriteId();

  const done = (answer: Answer<'talk', 'record'> | Queued) => {
    talk.drop();
    onSaved();
    onClose();
    if (answer === QUEUED) return showToast({ text: WAITS_FOR_NETWORK });
    const ids = answer.talks.map(({ id }) => id);
    return showToast({
      text: '已记下',
      action: { text: '撤销', onTap: () => void takeBack(ids) },
    });
  };
  const save = (form: TalkForm, isNoChange: boolean) => {
    const content = { ...form, isNoChange, studentIds: students.map(({ studentId }) => studentId) };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: done });
  };
  // A day that is agreed on is worth a reminder.
  const saveFilled = () =>
    talk.filled().nextOn === null
      ? save(talk.filled(), false)
      : reminded(() => save(talk.filled(), false));
  const saveNoChange = () => save({ ...talk.form, ...NOTHING, on: today }, true);

  return (
    <Sheet
      title={`${sayStudents(students)} · 记一次面谈`}
      footer={
        <>
          {talk.draftState === 'kept' && <Text className="talk-state">已存草稿，还没有保存</Text>}
          <Button kind="main" text="保存" isBusy={isPending} onTap={saveFilled} />
        </>
      }
      onClose={onClose}
    >
      <LastTime students={students} isBusy={isPending} onNoChange={saveNoChange} />
      {talk.isRestored && <Notice text="接着上次没有保存的草稿写。" />}
      <MainFields talk={talk} />
      {hasMore ? (
        <>
          <MoreFields talk={talk} today={today} />
          <DayField talk={talk} today={today} />
        </>
      ) : (
        <Button kind="link" text="更多：约好的、下次、方式、日期" onTap={() => setHasMore(true)} />
      )}
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}

interface LastTimeProps {
  students: readonly ToTalk[];
  isBusy: boolean;
  onNoChange(): void;
}

/** When one was last seen, and the one tap for when nothing has changed since. */
function LastTime({ students, isBusy, onNoChange }: LastTimeProps) {
  if (students.some(({ lastTalkOn }) => lastTalkOn === null)) return null;
  const [only] = students;
  const words =
    students.length === 1 && only
      ? [saySeen(only.daysSince), only.lastTalkBy].filter(Boolean).join(' · ')
      : students.map(({ name }) => name).join('、');
  return (
    <View className="talk-last-time">
      <Text className="talk-last">{words}</Text>
      <Button text="与上次相比无变化" isBusy={isBusy} onTap={onNoChange} />
    </View>
  );
}
