/** What is named elsewhere too; the rest comes with the pages, from `late`. */
export default { navigation: '导入' }
