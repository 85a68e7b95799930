import { type Bar, Bars, BarsTable } from '../../../../components/bars';
import { Card } from '../../../../components/card';
import type { Progress } from '../../leader.queries';

type Trend = Progress['trends'][number];

/** The last weeks of a place beside one another: compared with itself, with no other. */
export function TrendCard({ trend, isTable }: { trend: Trend; isTable: boolean }) {
  const { label, weeks } = trend;
  const barsOf = (value: 'seen' | 'done' | 'homeVisits', of?: 'students' | 'of'): Bar[] =>
    weeks.map((week) => ({
      label: week.label.replace(/^第|周$/g, ''),
      value: week[value],
      ...(of && { of: week[of] }),
    }));
  const Plot = isTable ? BarsTable : Bars;
  return (
    <Card title={label} aside={`最近 ${weeks.length} 周`}>
      <Plot title="面谈的学生" bars={barsOf('seen', 'students')} />
      <Plot title="做了的会商工作" bars={barsOf('done', 'of')} />
      <Plot title="家访（户）" bars={barsOf('homeVisits')} />
    </Card>
  );
}
