import type { IPluginContext } from '@tarojs/service';
import spoken from '../src/platform/accessibility.json';

interface MiniTemplate {
  mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void;
}

/**
 * Taro's templates for WeChat leave `aria-*` out, so a screen reader would hear nothing. This
 * writes the attributes into the templates; `src/platform/accessibility.weapp.ts` tells the run
 * time about the same ones, in the same order (Taro numbers them).
 */
export default function accessibility(ctx: IPluginContext): void {
  const attributes = Object.fromEntries(spoken.attributes.map((name) => [name, '']));
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: { template?: MiniTemplate }) {
      platform.template?.mergeComponents(
        ctx,
        Object.fromEntries(spoken.components.map((name) => [name, { ...attributes }])),
      );
    },
  });
}
