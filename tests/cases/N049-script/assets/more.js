window.harm = 1;

<!-- expect: 1 N049 this file is neither a page (.md) nor on the list of what else may be… -->
