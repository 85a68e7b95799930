import { ScrollView, Text, View } from '@tarojs/components';
import { STANDING_LABELS, type StandingState } from '../../../../../domain/regulation/standing';
import { Tap } from '../../../../components/tap';
import type { ClassRow, Column, Progress } from '../../leader.queries';
import { ledgerState, SIGNS, sayState, unseenState } from './say-cell';
import './duty-map.scss';

interface DutyMapProps {
  progress: Progress;
  /** Without a column: the class itself. */
  onOpen(cell: { row: ClassRow; column: Column | null }): void;
}

const LEGEND: readonly StandingState[] = ['done', 'due', 'overdue', 'excused'];

/** Classes × duties: a cell says by sign and by colour how one class stands with one duty now. */
export function DutyMap({ progress: { classes, columns }, onOpen }: DutyMapProps) {
  return (
    <>
      <View className="map">
        <View className="map-classes">
          <View className="map-corner" />
          {classes.map((row) => (
            <Tap
              key={row.classId}
              className="map-class"
              label={`${row.label}，${row.homeroomTeacher}`}
              onTap={() => onOpen({ row, column: null })}
            >
              <Text>{row.label}</Text>
            </Tap>
          ))}
        </View>
        <ScrollView scrollX className="map-scroll">
          <View className="map-line">
            <Head title="还没见到" label="学生" />
            <Head title="学情台账" label="本学期" />
            {columns.map((column) => (
              <Head key={column.dutyId} title={column.title} label={column.label} />
            ))}
          </View>
          {classes.map((row) => (
            <View key={row.classId} className="map-line">
              <Figure
                state={unseenState(row)}
                text={row.unseen === null ? '' : String(row.unseen)}
                label={`${row.label}，还没见到 ${row.unseen ?? '没有数'}`}
                onTap={() => onOpen({ row, column: null })}
              />
              <Figure
                state={ledgerState(row)}
                text={row.students === 0 ? '' : `${row.written}/${row.students}`}
                label={`${row.label}，学情台账已写 ${row.written}，共 ${row.students}`}
                onTap={() => onOpen({ row, column: null })}
              />
              {columns.map((column, index) => {
                const state = row.states[index];
                return (
                  <Figure
                    key={column.dutyId}
                    state={state ?? null}
                    text={state ? SIGNS[state] : ''}
                    label={`${row.label}，${column.title}，${sayState(state)}`}
                    onTap={() => onOpen({ row, column })}
                  />
                );
              })}
            </View>
          ))}
        </ScrollView>
      </View>
      <View className="map-legend" aria-hidden>
        {LEGEND.map((state) => (
          <View key={state} className="map-key">
            <View className={`map-sign map-${state}`}>
              <Text>{SIGNS[state]}</Text>
            </View>
            <Text>{STANDING_LABELS[state]}</Text>
          </View>
        ))}
      </View>
    </>
  );
}

const Head = ({ title, label }: { title: string; label: string }) => (
  <View className="map-head">
    <Text className="map-title">{title}</Text>
    <Text className="map-label">{label}</Text>
  </View>
);

interface FigureProps {
  state: StandingState | null;
  text: string;
  label: string;
  onTap(): void;
}

const Figure = ({ state, text, label, onTap }: FigureProps) => (
  <Tap className="map-cell" label={label} onTap={onTap}>
    <View className={`map-sign ${state ? `map-${state}` : ''}`}>
      <Text>{text}</Text>
    </View>
  </Tap>
);
