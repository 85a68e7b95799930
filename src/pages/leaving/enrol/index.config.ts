export default definePageConfig({ navigationBarTitleText: '增加一名学生' });
