import { useRouter } from '@tarojs/taro';
import { monthAndDay } from '../../../../domain/calendar/day';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Figures } from '../../../components/figures';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage, openTab } from '../../../platform/navigate';
import { SummaryCards } from '../components/summary-cards';
import { type Card as Opened, useCard } from '../summary.queries';

/** What a card in a chat opens: for each who opens it, what they may see. */
export default function SummaryCardPage() {
  const { summaryId = '', token = '' } = useRouter().params;
  const card = useCard(summaryId, token);
  return (
    <Screen footer={<Button text="打开学情会商" onTap={() => openTab('today')} />}>
      <Answered query={card} skeleton={<Skeleton rows={6} />}>
        {(opened) =>
          opened.summary ? <SummaryCards summary={opened.summary} /> : <Part opened={opened} />
        }
      </Answered>
    </Screen>
  );
}

/** For those who have a part in the place: the figures, their own classes, their own children. */
function Part({ opened }: { opened: Opened }) {
  const { title, from, to, figures, classes, children } = opened;
  return (
    <>
      <Card title={title} aside={`${monthAndDay(from)}到${monthAndDay(to)}`}>
        <Figures figures={figures} />
      </Card>
      {classes.map(({ classId, label, owed }) => (
        <Card key={classId} title={`${label}还要做的`} aside={String(owed.length)}>
          {owed.map(({ dutyId, title: duty, late }) => (
            <Row key={dutyId} title={duty} note={late ? '已逾期' : '还没有做'} />
          ))}
          {owed.length === 0 && <Row title="都做了" />}
        </Card>
      ))}
      {children.map(({ studentId, name, classLabel, work }) => (
        <Card key={studentId} title={name} aside={classLabel}>
          {work.map(({ label, count }) => (
            <Row key={label} title={label} aside={`${count} 次`} />
          ))}
          {work.length === 0 && <Row title="这段时间没有新的记录" />}
          <Button
            kind="link"
            text="看成长记录"
            label={`看${name}的成长记录`}
            onTap={() => openPage('studentFile', { studentId })}
          />
        </Card>
      ))}
    </>
  );
}
