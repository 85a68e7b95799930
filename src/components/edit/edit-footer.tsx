import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { CloudFailure } from '../../platform/cloud-failure';
import { Button } from '../button';
import { sayFailure } from '../failure';
import type { Edit } from './use-edit';
import './edit-footer.scss';

interface EditFooterProps {
  edit: Edit;
  /** What the button says: 提交 where words leave the person. */
  verb?: string;
  /** Quiet for a part of a screen that has a main button of its own. */
  kind?: 'main' | 'quiet';
  /** Beside the main button: to the one before, to the next. */
  before?: ReactNode;
  after?: ReactNode;
}

/** 保存 with what stands between typing and storing: the draft, or why it was not stored. */
export function EditFooter({ edit, verb = '保存', kind = 'main', before, after }: EditFooterProps) {
  const isUnsent = edit.error instanceof CloudFailure;
  return (
    <>
      <Text className={edit.error ? 'edit-state edit-failed' : 'edit-state'}>{stateOf(edit)}</Text>
      <View className="edit-footer">
        {before}
        <View className="edit-save">
          <Button
            kind={kind}
            text={isUnsent ? `再${verb}一次` : verb}
            isDisabled={!edit.isChanged}
            isBusy={edit.isSaving}
            onTap={() => void edit.save()}
          />
        </View>
        {after}
      </View>
    </>
  );
}

function stateOf({ error, draftState, isChanged, isQueued }: Edit): string {
  if (error instanceof CloudFailure && error.kind === 'offline') {
    return '没有网络，已留在手机上。网络恢复后再保存。';
  }
  if (error) return sayFailure(error);
  if (isQueued && !isChanged) return '待发送：连上网络后自动保存';
  if (draftState === 'refused') return '手机存不下草稿，请先保存再离开。';
  if (draftState === 'kept') return '已存草稿';
  return '';
}
