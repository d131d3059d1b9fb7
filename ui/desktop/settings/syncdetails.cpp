#include "syncdetails.h"

#include "ui/desktop/settings/syncwords.h"
#include "ui/widgets/labels.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"

#include <QtCore/QJsonDocument>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A sentence above what it is about; the column that both stand in.
QVBoxLayout *fill(Dialog *dialog, const QString &sentence)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(12);
    auto *words = new TextLabel(sentence, TextStyle::Body, Token::TextSecondary, content);
    words->setWordWrap(true);
    column->addWidget(words);
    dialog->setContent(content);
    QPushButton *close = dialog->addButton(Dialog::tr("Close"), ButtonKind::Primary);
    dialog->setDefaultButton(close);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    return column;
}

QPlainTextEdit *fixedText(const QString &text, const QString &name, QWidget *parent)
{
    auto *view = new QPlainTextEdit(text, parent);
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(themeOf(parent).font(TextStyle::Mono));
    view->setAccessibleName(name);
    return view;
}

} // namespace

LastRecordDialog::LastRecordDialog(const UsageMessage &record, QWidget *parent)
    : Dialog(parent)
{
    setWindowTitle(tr("The last record"));
    QVBoxLayout *column = fill(this,
                               tr("This is all that was sent of the last request. There is "
                                  "no field for a prompt, an answer, a file or a key."));
    const QByteArray json = QJsonDocument(record.toJson()).toJson();
    column->addWidget(fixedText(QString::fromUtf8(json).trimmed(), windowTitle(), content()), 1);
    resizeForText({620, 560});
}

NotTakenDialog::NotTakenDialog(const SyncStatus &status, const QDateTime &now, QWidget *parent)
    : Dialog(parent)
{
    setWindowTitle(tr("Records that were not taken"));
    QVBoxLayout *column = fill(this,
                               tr("They stay on this computer, are not on any invoice, and "
                                  "are not sent again."));
    auto *table = new QTableWidget(static_cast<int>(status.notTaken.size()), 3, content());
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("When"), tr("Record"), tr("Why")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < table->rowCount(); ++row) {
        const RecordNotTaken &record = status.notTaken.at(row);
        const QString texts[] = {words::moment(record.at, now), record.record.toString().right(12),
                                 notTakenWords(record)};
        for (int i = 0; i < 3; ++i) {
            auto *item = new QTableWidgetItem(texts[i]);
            item->setToolTip(i == 1 ? record.record.toString() : texts[i]);
            table->setItem(row, i, item);
        }
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table, 1);
    resizeForText({620, 400});
}

SyncProblemDialog::SyncProblemDialog(const SyncStatus &status, QWidget *parent)
    : Dialog(parent)
{
    setWindowTitle(tr("Details"));
    QVBoxLayout *column = fill(this, tr("What the last try to reach the server came to."));
    QStringList lines;
    if (status.account)
        lines += tr("Server: %1").arg(status.account->server.toString());
    if (status.error) {
        lines += tr("What happened: %1").arg(Error::kindName(status.error->kind()));
        if (!status.error->reason().isEmpty())
            lines += tr("Code: %1").arg(status.error->reason());
        if (status.error->reply().httpStatus > 0)
            lines += tr("HTTP status: %1").arg(status.error->reply().httpStatus);
    }
    if (status.failingSince)
        lines += tr("Since: %1").arg(status.failingSince->toLocalTime().toString(Qt::ISODate));
    column->addWidget(fixedText(lines.join(u'\n'), windowTitle(), content()), 1);
    resizeForText({520, 300});
}

} // namespace keyway
