import { useState } from 'react';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import type { Answer } from '../../../../platform/api';
import { sayDate } from '../../../../platform/when';

type Counts = Answer<'attentionCategory', 'list'>['counts'];
type Group = Counts['groups'][number];

const sayGroup = ({ now, atStart }: Group): string =>
  atStart === null ? `现在 ${now} 人` : `学年初 ${atStart} 人，现在 ${now} 人`;

/** 每学年初的统计: how many in each group, as figures; who is in it stays sealed. */
export function CountsCard({ counts: { countedOn, groups } }: { counts: Counts }) {
  const [showsAll, setShowsAll] = useState(false);
  const some = groups.filter(({ now, atStart }) => now > 0 || (atStart ?? 0) > 0);
  const shown = showsAll ? groups : some;
  return (
    <Card title="各类人数" aside={countedOn === null ? '' : `学年初 ${sayDate(countedOn)}`}>
      {shown.map((group) => (
        <Row key={group.key} title={group.label} note={sayGroup(group)} />
      ))}
      <Notice text="只有数字，没有名字。由保密部分里选的类别自动得出，不用另外统计。" />
      {some.length < groups.length && (
        <Button
          kind="link"
          text={showsAll ? '只看有人的类别' : '看全部类别'}
          onTap={() => setShowsAll(!showsAll)}
        />
      )}
    </Card>
  );
}
