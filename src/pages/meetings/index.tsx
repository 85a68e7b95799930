import { View } from '@tarojs/components';
import { useState } from 'react';
import { PERMISSIONS } from '../../../domain/access/permissions';
import { dayOf, sayDay } from '../../../domain/calendar/day';
import { CONSULTATION_STATES } from '../../../domain/consultation/consultation.schema';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Empty } from '../../components/empty';
import { Failure } from '../../components/failure';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useMe } from '../../platform/me';
import { openPage } from '../../platform/navigate';
import { ProposeTopicSheet } from '../../sheets/topic/propose-topic-sheet';
import { HuddleSheet } from './components/huddle-sheet';
import { type ListedMeeting, type Meetings, useMeetings } from './meetings.queries';
import './index.scss';

/** 会商: the next ones, what runs, what was; and what is owed out of them. */
export default function MeetingsPage() {
  const meetings = useMeetings();
  useMe(); // In the same call; the rows below then know who this is.
  const [open, setOpen] = useState<'huddle' | 'topic' | null>(null);
  const first = meetings.data?.pages[0];
  const close = () => setOpen(null);
  const sheet = first && (
    <>
      {open === 'huddle' && (
        <HuddleSheet
          classes={first.places.class}
          onSaved={() => void meetings.refetch()}
          onClose={close}
        />
      )}
      {open === 'topic' && <ProposeTopicSheet places={topicPlaces(first)} onClose={close} />}
    </>
  );
  return (
    <Screen
      sheet={sheet}
      footer={first && mayPlan(first) && <Verbs first={first} onHuddle={() => setOpen('huddle')} />}
    >
      <MeetingList meetings={meetings} onTopic={() => setOpen('topic')} />
    </Screen>
  );
}

/** Whoever reaches more classes than these proposes at a class's own meeting. */
const MAX_CLASSES_TO_CHOOSE = 8;

/** For whose next meeting somebody may propose a topic: the class first. */
function topicPlaces({ proposes }: Meetings) {
  const { class: classes } = proposes;
  const few = { ...proposes, class: classes.length > MAX_CLASSES_TO_CHOOSE ? [] : classes };
  return (['class', 'division', 'school'] as const).flatMap((scope) =>
    few[scope].map(({ id: placeId, label }) => ({ scope, placeId, label })),
  );
}

const mayPlan = ({ places }: Meetings): boolean => Object.values(places).flat().length > 0;

function Verbs({ first, onHuddle }: { first: Meetings; onHuddle(): void }) {
  const hasHuddles = first.places.class.length > 0 && first.kinds.some(({ id }) => id === 'huddle');
  return (
    <View className="meetings-verbs">
      <Button kind="main" text="计划会商" onTap={() => openPage('planMeeting', {})} />
      {hasHuddles && <Button text="记碰头会" onTap={onHuddle} />}
    </View>
  );
}

interface MeetingListProps {
  meetings: ReturnType<typeof useMeetings>;
  onTopic(): void;
}

function MeetingList({ meetings, onTopic }: MeetingListProps) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = meetings;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  if (!data || !first) return <Skeleton rows={8} />;
  const past = data.pages.flatMap((page) => page.past);
  const running = first.open.filter(({ state }) => state === 'running');
  const planned = first.open.filter(({ state }) => state !== 'running');
  return (
    <>
      <Card>
        <Row title="决议" note="我负责的、晚了的" onTap={() => openPage('resolutions', {})} />
        {topicPlaces(first).length > 0 && (
          <Row title="提一个议题" note="留给下一次会商，还没有计划也可以" onTap={onTopic} />
        )}
        {(mayPlan(first) || first.schoolReport) && (
          <Row
            title="每月报告"
            note="班级、级部、学校，一级接一级"
            onTap={() => openPage('monthlyReport', {})}
          />
        )}
        <Row
          title="会商档案"
          note="按学期、按种类找开过的会"
          onTap={() => openPage('meetingArchive', {})}
        />
        {first.may.signOff && (
          <Row
            title="等我签字"
            note="开过的会商，读一读再签"
            onTap={() => openPage('signOffs', {})}
          />
        )}
        <SummaryRows />
      </Card>
      {running.length > 0 && <MeetingsCard title="正在开" meetings={running} />}
      <Card title="接下来">
        {planned.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
        {planned.length === 0 && <Empty text="计划好的会商会出现在这里，连同上次没有做完的事。" />}
      </Card>
      {past.length > 0 && <MeetingsCard title="开过的" meetings={past} />}
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 20 次"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </>
  );
}

/** What came of it all: for those who lead, class by class; for those who read them, 小结和通报. */
function SummaryRows() {
  const roles = useMe().data?.roles ?? [];
  const may = (action: 'leader.read' | 'summary.read') =>
    roles.some(({ role }) => role in PERMISSIONS[action].allow);
  return (
    <>
      {may('leader.read') && (
        <Row
          title="各班进展"
          note="哪些做了，哪些还没有；还没见到的学生"
          onTap={() => openPage('leader', {})}
        />
      )}
      {may('summary.read') && (
        <Row
          title="小结和通报"
          note="每周、每月、每学期；可以发到群里"
          onTap={() => openPage('summaries', {})}
        />
      )}
    </>
  );
}

function MeetingsCard({ title, meetings }: { title: string; meetings: ListedMeeting[] }) {
  return (
    <Card title={title}>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </Card>
  );
}

/** A running one opens where it runs; the others open as they stand. */
function MeetingRow({ meeting }: { meeting: ListedMeeting }) {
  const {
    id: meetingId,
    scope,
    placeId,
    classId,
    placeLabel,
    label,
    on,
    startsAt,
    place,
    state,
  } = meeting;
  const isRunning = state === 'running';
  const when = [sayDay(on, dayOf(new Date())), startsAt].filter(Boolean).join(' ');
  const address = { meetingId, placeId };
  const open = () =>
    isRunning
      ? openPage('runMeeting', { ...address, scope, ...(classId !== null && { classId }) })
      : openPage('meeting', { ...address, ...(state === 'planned' && { scope }) });
  return (
    <Row
      title={`${placeLabel} · ${label}`}
      note={[when, place, CONSULTATION_STATES[state]].filter(Boolean).join(' · ')}
      onTap={open}
    />
  );
}
