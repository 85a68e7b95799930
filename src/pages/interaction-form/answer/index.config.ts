export default definePageConfig({ navigationBarTitleText: '互动表' });
