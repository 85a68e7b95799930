import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { talkTitle } from '../../../../../domain/talk/talk.rules';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Part } from '../../../../components/part';
import { openPage } from '../../../../platform/navigate';
import type { Talks } from '../../mentoring.queries';

const LAST = 3;

const standing = ({ talks }: Talks) => talks.filter(({ voided }) => voided === null);

/** What was agreed and may still wait: the newest agreements. */
export function AgreedCard({ talks }: { talks: Talks }) {
  const today = dayOf(new Date());
  const agreed = standing(talks)
    .filter((talk) => talk.agreed !== '')
    .slice(0, LAST);
  if (agreed.length === 0) return null;
  return (
    <Card title="约好的">
      {agreed.map((talk) => (
        <Part
          key={talk.id}
          label={[
            sayDay(talk.on, today),
            talk.byName,
            talk.nextOn && `下次 ${sayDay(talk.nextOn, today)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
          text={talk.agreed}
        />
      ))}
    </Card>
  );
}

/** The last few talks. */
export function LastTalksCard({ talks, studentId }: { talks: Talks; studentId: string }) {
  const today = dayOf(new Date());
  const last = standing(talks).slice(0, LAST);
  return (
    <Card title="最近的面谈">
      {last.map((talk) => (
        <Part
          key={talk.id}
          label={[sayDay(talk.on, today), talk.byName, talkTitle(talk)].join(' · ')}
          text={talk.said || '（没有写）'}
        />
      ))}
      {last.length === 0 && <Empty text="还没有面谈记录。第一次面谈后会出现在这里。" />}
      {last.length > 0 && (
        <Button kind="link" text="看全部面谈" onTap={() => openPage('talks', { studentId })} />
      )}
    </Card>
  );
}
