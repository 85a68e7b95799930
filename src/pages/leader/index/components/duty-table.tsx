import { Text, View } from '@tarojs/components';
import { monthAndDay } from '../../../../../domain/calendar/day';
import type { Progress } from '../../leader.queries';
import { sayState } from './say-cell';
import './duty-table.scss';

/** The same in words, duty by duty: for whoever cannot see the map, or wants to read it out. */
export function DutyTable({ progress: { classes, columns } }: { progress: Progress }) {
  return (
    <>
      <Part title="还没见到的学生">
        {classes.map(({ classId, label, unseen }) => (
          <Line
            key={classId}
            name={label}
            says={unseen === null ? '今晚第一次汇总' : `${unseen} 人`}
          />
        ))}
      </Part>
      <Part title="学情台账">
        {classes.map(({ classId, label, written, students }) => (
          <Line key={classId} name={label} says={`已写 ${written}，共 ${students}`} />
        ))}
      </Part>
      {columns.map(({ dutyId, title, label, dueOn }, index) => (
        <Part key={dutyId} title={`${title} · ${label} · ${monthAndDay(dueOn)}前`}>
          {classes.map((row) => (
            <Line
              key={row.classId}
              name={`${row.label} ${row.homeroomTeacher}`}
              says={sayState(row.states[index])}
            />
          ))}
        </Part>
      ))}
    </>
  );
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <View className="duty-table">
    <Text className="duty-table-title">{title}</Text>
    {children}
  </View>
);

const Line = ({ name, says }: { name: string; says: string }) => (
  <View className="duty-table-line">
    <Text>{name}</Text>
    <Text>{says}</Text>
  </View>
);
