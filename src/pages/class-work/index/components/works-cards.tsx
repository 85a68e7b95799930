import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { CLASS_WORK_KIND_NAMES } from '../../../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../../../domain/regulation/record-kind';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { Row } from '../../../../components/row';
import { Switcher } from '../../../../components/switcher';
import type { ClassWork, ClassWorks } from '../../class-work.queries';

interface WorksCardsProps {
  answer: ClassWorks;
  onSwitchTerm(): void;
  onOpen(work: ClassWork): void;
}

/** What was done, by its kind, newest first. */
export function WorksCards({ answer, onSwitchTerm, onOpen }: WorksCardsProps) {
  const { label, term, terms, works } = answer;
  const today = dayOf(new Date());
  const kinds = CLASS_WORK_KIND_NAMES.filter((kind) => works.some((work) => work.kind === kind));
  return (
    <>
      <Card title={label ?? '包靠工作总结'} aside={`${works.length} 条`}>
        {terms.length > 1 ? (
          <Switcher text={term.label} label="学期" onTap={onSwitchTerm} />
        ) : (
          <Empty text={term.label} />
        )}
        {works.length === 0 && <Empty text={sayNothing(label)} />}
      </Card>
      {kinds.map((kind) => {
        const ofKind = works.filter((work) => work.kind === kind);
        return (
          <Card key={kind} title={RECORD_KINDS[kind].label} aside={`${ofKind.length} 次`}>
            {ofKind.map((work) => (
              <Row
                key={work.id}
                title={work.title}
                note={[sayDay(work.on, today), work.byName, sayPhotos(work)]
                  .filter(Boolean)
                  .join(' · ')}
                onTap={() => onOpen(work)}
              />
            ))}
          </Card>
        );
      })}
    </>
  );
}

const sayNothing = (label: string | null): string =>
  label === null
    ? '包靠领导期末写的经验材料会出现在这里。'
    : '班级工作计划、主题班会、黑板报、家长开放周和总结会出现在这里。';

const sayPhotos = ({ photoCount }: ClassWork): string | false =>
  photoCount > 0 && `${photoCount} 张照片`;
