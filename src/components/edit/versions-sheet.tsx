import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button';
import { Icon } from '../icon';
import { Notice } from '../notice';
import { Sheet } from '../sheet';
import { Tap } from '../tap';
import type { Parts } from './merge-versions';
import type { Conflict } from './use-edit';
import './versions-sheet.scss';

interface VersionsSheetProps {
  conflict: Conflict;
  labelOf(part: string): string;
  /** How a part's text is shown; as it is, if left out. */
  say?(part: string, text: string): string;
  onResolve(chosen: Parts, then: 'save' | 'edit'): void;
  onClose(): void;
}

type Side = 'mine' | 'theirs';

/** Two versions side by side, part by part. Nothing is stored before every part is decided. */
export function VersionsSheet({
  conflict: { differences, standing },
  labelOf,
  say = (_, text) => text,
  onResolve,
  onClose,
}: VersionsSheetProps) {
  const [sides, setSides] = useState<Record<string, Side | null>>(() =>
    Object.fromEntries(differences.map(({ part, proposed }) => [part, proposed])),
  );
  const open = differences.filter(({ part }) => !sides[part]).length;
  const chosen = (): Parts =>
    Object.fromEntries(
      differences.map((difference) => [
        difference.part,
        difference[sides[difference.part] ?? 'mine'],
      ]),
    );

  const footer = (
    <>
      <Button
        kind="main"
        text={open > 0 ? `还有 ${open} 处没有选` : '就这样保存'}
        isDisabled={open > 0}
        onTap={() => onResolve(chosen(), 'save')}
      />
      <Button
        kind="link"
        text="填回表格，再改一改"
        isDisabled={open > 0}
        onTap={() => onResolve(chosen(), 'edit')}
      />
    </>
  );

  return (
    <Sheet title="请对照后再保存" footer={footer} onClose={onClose}>
      <Notice
        text={`您填写的时候，${standing.byName}也更新了。每一处选一个，也可以填回表格再改。`}
      />
      {differences.map((difference) => (
        <View key={difference.part} className="versions-part">
          <Text className="versions-label">{labelOf(difference.part)}</Text>
          <View className="versions-pair">
            {(['mine', 'theirs'] as const).map((side) => (
              <Side
                key={side}
                whose={side === 'mine' ? '我写的' : `${standing.byName}写的`}
                text={say(difference.part, difference[side])}
                isChosen={sides[difference.part] === side}
                onTap={() => setSides({ ...sides, [difference.part]: side })}
              />
            ))}
          </View>
        </View>
      ))}
    </Sheet>
  );
}

interface SideProps {
  whose: string;
  text: string;
  isChosen: boolean;
  onTap(): void;
}

function Side({ whose, text, isChosen, onTap }: SideProps) {
  return (
    <Tap
      role="radio"
      className={isChosen ? 'version version-chosen' : 'version'}
      isChosen={isChosen}
      label={`${whose}：${text || '空白'}`}
      onTap={onTap}
    >
      <View className="version-head">
        <Text className="version-whose">{whose}</Text>
        {isChosen && <Icon name="check" />}
      </View>
      <Text className="version-text">{text || '（空白）'}</Text>
    </Tap>
  );
}
