/** The site as Markdown, for wikis and for what makes sites of Markdown. */
package dev.annals.render.markdown;
