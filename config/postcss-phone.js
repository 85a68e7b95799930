/**
 * What WeChat's audit asks of every stylesheet, ours and the component library's: no `:active`
 * rule (a pressed state is `hover-class`), and inertia wherever something scrolls.
 * JavaScript, because Taro loads PostCSS plugins without a TypeScript register.
 */
const phoneStyles = () => ({
  postcssPlugin: 'phone-styles',
  Rule(rule) {
    const kept = rule.selectors.filter((selector) => !selector.includes(':active'));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  },
  Declaration: {
    overflow: addInertia,
    'overflow-x': addInertia,
    'overflow-y': addInertia,
  },
});

const INERTIA = '-webkit-overflow-scrolling';

function addInertia(declaration) {
  if (!/\b(scroll|auto)\b/.test(declaration.value)) return;
  const rule = declaration.parent;
  if (rule.some((node) => node.type === 'decl' && node.prop === INERTIA)) return;
  rule.append({ prop: INERTIA, value: 'touch' });
}

phoneStyles.postcss = true;
module.exports = phoneStyles;
