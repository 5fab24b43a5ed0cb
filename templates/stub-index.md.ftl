<#-- A first page about the whole database, out of another tool's file. Every text is Markdown. -->
# ${title}

${text}

*Taken from ${source}.*
