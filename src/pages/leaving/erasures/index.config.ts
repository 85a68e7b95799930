export default definePageConfig({ navigationBarTitleText: '家长的删除请求' });
