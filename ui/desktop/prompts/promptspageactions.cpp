#include "ui/desktop/prompts/answernotice.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/conversationlistmodel.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/costpanel.h"
#include "ui/desktop/prompts/parameterspanel.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/desktop/prompts/servicemenu.h"
#include "ui/desktop/servicesbanner.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QtCore/QMimeData>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace keyway {

// What the user can do: shortcuts, menus, questions.

void PromptsPage::makeActions()
{
    addMenuAction(Menu::File, tr("New conversation"), QKeySequence(u"Ctrl+N"_s),
                  [this] { Q_EMIT m_list->newRequested(); });
    addMenuAction(Menu::File, tr("Attach files"), QKeySequence(u"Ctrl+O"_s),
                  [this] { chooseFiles(); });
    addMenuAction(Menu::Edit, tr("Find a conversation"), QKeySequence(u"Ctrl+F"_s), [this] {
        openList(true);
        m_list->focusSearch();
    });
    addMenuAction(Menu::Edit, tr("Rename the conversation"), QKeySequence(Qt::Key_F2), [this] {
        openList(true);
        m_list->renameCurrent();
    });
    addMenuAction(Menu::Edit, tr("Copy the last answer"), QKeySequence(u"Ctrl+Shift+X"_s),
                  [this] { copyLast(); });
    addMenuAction(Menu::View, tr("Previous conversation"), QKeySequence(u"Ctrl+PgUp"_s),
                  [this] { step(-1); });
    addMenuAction(Menu::View, tr("Next conversation"), QKeySequence(u"Ctrl+PgDown"_s),
                  [this] { step(1); });
    addMenuAction(Menu::View, tr("Go to the writing field"), QKeySequence(u"Ctrl+L"_s),
                  [this] { m_composer->field()->setFocus(Qt::ShortcutFocusReason); });
    addMenuAction(Menu::Service, tr("Try again"), QKeySequence(u"Ctrl+R"_s), [this] {
        if (!m_shown.requestId.isNull() && !m_shown.isRunning())
            Q_EMIT tryAgainRequested();
    });
    addMenuAction(Menu::Service, tr("Try with another service"), QKeySequence(u"Ctrl+Shift+R"_s),
                  [this] {
                      if (!m_shown.requestId.isNull() && !m_shown.isRunning())
                          showTryWith(m_composer->mapToGlobal(QPoint(0, 0)));
                  });
    addMenuAction(Menu::Service, tr("Choose the strategy"), QKeySequence(u"Alt+R"_s),
                  [this] { m_composer->openStrategies(); });
    addMenuAction(Menu::Service, tr("Stop"), QKeySequence(Qt::Key_Escape), [this] {
        SearchField *search = m_list->search();
        if (search->edit()->hasFocus() && !search->text().isEmpty()) {
            search->setText({});
        } else if (m_listOpen || m_sideOpen) {
            openList(false);
            openSide(false);
        } else {
            Q_EMIT stopRequested();
        }
    });
    addMenuAction(Menu::View, tr("Say the cost"), QKeySequence(u"Ctrl+Shift+Space"_s), [this] {
        m_cost->setAccessibleDescription(m_cost->spoken());
        QAccessibleEvent event(m_cost, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    });
}

void PromptsPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(attachableFilter(false));
    connect(dialog, &QFileDialog::filesSelected, this, &PromptsPage::filesWanted);
    dialog->open();
}

void PromptsPage::take(const DroppedThings &things)
{
    if (!things.files.isEmpty())
        Q_EMIT filesWanted(things.files);
    else if (!things.picture.isNull())
        Q_EMIT pictureWanted(things.picture);
}

void PromptsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedThings(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PromptsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(droppedThings(event->mimeData()));
    m_composer->field()->setFocus(Qt::OtherFocusReason);
}

void PromptsPage::step(int by)
{
    QListView *view = m_list->list();
    int row = view->currentIndex().row();
    for (row += by; row >= 0 && row < view->model()->rowCount(); row += by) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.flags() & Qt::ItemIsSelectable) {
            view->setCurrentIndex(index);
            return;
        }
    }
}

void PromptsPage::copyLast()
{
    if (const AnswerView *answer = m_messages->lastAnswer())
        QGuiApplication::clipboard()->setText(answer->plainText());
}

void PromptsPage::takeAction(int message, AnswerAction action, const QPoint &at)
{
    switch (action) {
    case AnswerAction::TryAgain:
        Q_EMIT tryAgainRequested();
        break;
    case AnswerAction::TryWith:
        showTryWith(at);
        break;
    case AnswerAction::AskNext:
        Q_EMIT askNextRequested();
        break;
    case AnswerAction::StopHere:
        Q_EMIT stopHereRequested();
        break;
    case AnswerAction::UseDisabled:
        if (const AnswerView *answer = m_messages->answer(message)) {
            if (const auto *disabled = disabledChoice(answer->answer(), m_services))
                Q_EMIT useDisabledRequested(disabled->integration.id);
        }
        break;
    case AnswerAction::CopyDetails:
        if (const AnswerView *answer = m_messages->answer(message))
            QGuiApplication::clipboard()->setText(answerDetails(answer->answer(), m_services));
        break;
    }
}

void PromptsPage::showTryWith(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"tryWith"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addServices(menu, m_services, this,
                [this](const Id &id, const QString &model) { Q_EMIT tryWithRequested(id, model); });
    menu->popup(at.isNull() ? mapToGlobal(rect().center()) : at);
}

void PromptsPage::showHeaderMenu()
{
    if (!m_conversation.id)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), this, [this] {
        openList(true);
        m_list->renameCurrent();
    });
    menu->addAction(tr("Copy the last answer"), this, [this] { copyLast(); });
    menu->addSeparator();
    menu->addAction(tr("Delete"), this, [this] {
        if (m_conversation.id)
            Q_EMIT deleteRequested(*m_conversation.id);
    });
    menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft()));
}

void PromptsPage::setProblem(const words::Message &problem)
{
    m_banner->setNotice(problem, true);
}

void PromptsPage::askBeforeSending(const QString &question, const QString &sendText,
                                   const QString &cheaper, const Id &cheaperId,
                                   const QString &cheaperModel)
{
    auto *dialog = new Dialog(this);
    dialog->setObjectName(u"askBeforeSending"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Send this prompt?"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *words = new TextLabel(question, TextStyle::Body, Token::TextPrimary, content);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addStretch(1);
    dialog->setContent(content);
    QPushButton *cancel = dialog->addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    if (!cheaper.isEmpty()) {
        QPushButton *use = dialog->addButton(cheaper);
        connect(use, &QPushButton::clicked, this, [this, dialog, cheaperId, cheaperModel] {
            dialog->accept();
            Q_EMIT sendConfirmed(cheaperId, cheaperModel);
        });
    }
    QPushButton *send = dialog->addButton(sendText, ButtonKind::Primary);
    connect(send, &QPushButton::clicked, this, [this, dialog] {
        dialog->accept();
        Q_EMIT sendConfirmed({}, {});
    });
    dialog->setDefaultButton(cancel);
    cancel->setFocus();
    dialog->resizeForText({480, 190});
    dialog->open();
}

} // namespace keyway
