import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMe } from '../../../platform/me';
import { useOpened } from '../interaction-form.queries';
import { AnswerForm } from './components/answer-form';
import { FilledForm } from './components/filled-form';
import { ThankYou } from './components/thank-you';

/** 填互动表: opened from a message; the school's part, one screen of questions, 提交. */
export default function AnswerFormPage() {
  const { campaign = '', student = '' } = useRouter().params;
  const opened = useOpened(campaign, student);
  // What the form asks consent with when it is sent comes along in the same call.
  useMe();
  const [isSent, setIsSent] = useState(false);
  const { data } = opened;
  if (!data) {
    return (
      <Screen>
        <Answered query={opened} skeleton={<Skeleton rows={6} />}>
          {() => null}
        </Answered>
      </Screen>
    );
  }
  if (isSent) return <ThankYou opened={data} />;
  if (data.may.answer) return <AnswerForm opened={data} onSent={() => setIsSent(true)} />;
  return <FilledForm opened={data} onChanged={() => void opened.refetch()} />;
}
