import { monthAndDay } from '../../../../domain/calendar/day';
import { GROUPS } from '../../../../domain/consultation/consultation-item.schema';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import type { Item, Meeting } from '../consultation.queries';

/** What an item says, as a title and a note. */
export function sayItem({ words, student, owner, helpers }: Item): { title: string; note: string } {
  const task = (dueOn: string | null) =>
    [
      owner ? `${owner}负责` : '还没有负责人',
      helpers.length > 0 && `${helpers.join('、')}协助`,
      dueOn ? `${monthAndDay(dueOn)}看` : '还没有日期',
    ]
      .filter(Boolean)
      .join(' · ');
  switch (words.kind) {
    case 'student': {
      const seen = [words.status, words.cause && `原因：${words.cause}`].filter(Boolean).join(' ');
      return {
        title: `${student?.name ?? ''}：${words.measure || words.status}`,
        note: words.measure ? `${seen}\n${task(words.dueOn)}` : seen,
      };
    }
    case 'decision':
      return { title: words.text, note: task(words.dueOn) };
    case 'group':
      return {
        title: GROUPS[words.group],
        note: [
          words.good && `好的做法：${words.good}`,
          words.problems && `问题：${words.problems}`,
          words.suggestions && `建议：${words.suggestions}`,
        ]
          .filter(Boolean)
          .join('\n'),
      };
    case 'opinion':
      return { title: words.text, note: '达成性意见' };
    case 'note':
      return { title: words.text, note: '' };
    case 'topic':
      return { title: words.text, note: student ? `议题 · ${student.name}` : '议题' };
  }
}

interface SaidProps {
  title: string;
  items: readonly Item[];
  onOpen?(item: Item): void;
}

/** Things that were said, each in a line with who wrote it. */
export function Said({ title, items, onOpen }: SaidProps) {
  if (items.length === 0) return null;
  return (
    <Card title={title} aside={String(items.length)}>
      {items.map((item) => {
        const { title: words, note } = sayItem(item);
        return (
          <Row
            key={item.id}
            title={words}
            note={[note, item.voided ? `已撤回：${item.voided.reason}` : `${item.by}记`]
              .filter(Boolean)
              .join('\n')}
            {...(onOpen && !item.voided && { onTap: () => onOpen(item) })}
          />
        );
      })}
    </Card>
  );
}

/** What the rules of the kind find missing, each with its clause. */
export function Breaches({ breaches }: { breaches: Meeting['breaches'] }) {
  return (
    <>
      {breaches.map(({ clause, sentence }) => (
        <Notice key={`${clause}${sentence}`} kind="care" text={`${sentence}（${clause}）`} />
      ))}
    </>
  );
}
