import { sayGrade } from '../../../../../domain/calendar/school-class';
import { MAX_CLASSES_A_GRADE } from '../../../../../domain/first-run/first-run.schema';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { Counter } from '../../../../components/counter';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import type { StepProps } from './plan';

const USUAL = [2, 4, 6, 8, 10, 12];

/** How many classes each grade has: all grades by one tap, then those that differ. */
export function ClassesStep({ plan, onChange }: StepProps) {
  const { campuses, grades } = plan;
  const setAll = (campus: number, classes: number) =>
    onChange({ grades: grades.map((one) => (one.campus === campus ? { ...one, classes } : one)) });
  const set = (grade: number, campus: number, classes: number) =>
    onChange({
      grades: grades.map((one) =>
        one.grade === grade && one.campus === campus ? { ...one, classes } : one,
      ),
    });
  return (
    <>
      {campuses.map((label, campus) => {
        const here = grades.filter((one) => one.campus === campus);
        const total = here.reduce((sum, { classes }) => sum + classes, 0);
        return (
          <Card
            // biome-ignore lint/suspicious/noArrayIndexKey: a campus is known by its place here
            key={campus}
            title={campuses.length > 1 ? label : '每个年级几个班'}
            aside={`共 ${total} 个班`}
          >
            <Chips>
              {USUAL.map((classes) => (
                <Chip
                  key={classes}
                  text={`都是 ${classes} 个`}
                  isChosen={here.every((one) => one.classes === classes)}
                  onTap={() => setAll(campus, classes)}
                />
              ))}
            </Chips>
            {here.map(({ grade, classes }) => (
              <Row
                key={grade}
                title={sayGrade(grade)}
                aside={
                  <Counter
                    label={sayGrade(grade)}
                    count={classes}
                    unit="班"
                    max={MAX_CLASSES_A_GRADE}
                    onCount={(count) => set(grade, campus, count)}
                  />
                }
              />
            ))}
          </Card>
        );
      })}
      <Notice text="班号从 1 排起，几个校区接着排。每年九月自动升一个年级，不用重建。" />
    </>
  );
}
