/* Before the first paint: the theme chosen earlier, if one was, and the sign that scripts run. */
(function (root) {
  root.classList.add("js");
  try {
    var chosen = localStorage.getItem("theme");
    if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  } catch (error) {
    /* Storage may be forbidden; the system's theme it is. */
  }
})(document.documentElement);
