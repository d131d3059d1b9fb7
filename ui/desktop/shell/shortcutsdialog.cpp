#include "shortcutsdialog.h"

#include "ui/widgets/labels.h"

#include <QtGui/QAction>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString withoutMnemonic(QString text)
{
    return text.replace(u"&&"_s, u"\x1"_s).remove(u'&').replace(u'\x1', u'&');
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QMenu *> &menus, QWidget *parent)
    : Dialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resizeForText({560, 560});
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const QMenu *menu : menus) {
        bool headed = false;
        for (const QAction *action : menu->actions()) {
            if (action->shortcuts().isEmpty() || !action->isVisible()) {
                continue;
            }
            if (!headed) {
                headed = true;
                auto *title = new TextLabel(withoutMnemonic(menu->title()), TextStyle::Body,
                                            Token::TextPrimary, content);
                title->setWeight(QFont::DemiBold);
                title->setContentsMargins(0, row == 0 ? 0 : 12, 0, 0);
                grid->addWidget(title, row++, 0, 1, 2);
            }
            QStringList keys;
            for (const QKeySequence &sequence : action->shortcuts()) {
                keys += sequence.toString(QKeySequence::NativeText);
            }
            grid->addWidget(new TextLabel(withoutMnemonic(action->text()), TextStyle::Body,
                                          Token::TextSecondary, content),
                            row, 0);
            grid->addWidget(
                new TextLabel(keys.join(u", "_s), TextStyle::Mono, Token::TextPrimary, content),
                row++, 1);
        }
    }
    grid->setRowStretch(row, 1);
    setContent(content);
    QPushButton *close = addButton(tr("Close"));
    setDefaultButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace keyway
