export default definePageConfig({ navigationBarTitleText: '发放互动表' });
