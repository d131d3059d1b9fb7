#pragma once

#include "core/storage/conversationstore.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QListView;
class QToolButton;

namespace keyway {

class ConversationListModel;
class SearchField;
class TextLabel;

/// The conversations by day, newest first, with search and the button for a new one.
class ConversationList : public QWidget {
    Q_OBJECT
public:
    explicit ConversationList(QWidget *parent = nullptr);

    /// All that are loaded; `more` says that older ones can be had.
    void setConversations(const QList<Conversation> &conversations, bool more,
                          const QDateTime &now);
    /// What was found, instead of the list; nothing goes back to it.
    void setHits(const std::optional<QList<ConversationHit>> &hits);
    void setCurrent(const std::optional<Id> &id);
    std::optional<Id> current() const;
    void focusSearch();
    void renameCurrent();
    SearchField *search() const { return m_search; }
    QListView *list() const { return m_list; }
    QToolButton *newButton() const { return m_new; }

Q_SIGNALS:
    void chosen(const keyway::Id &id);
    void newRequested();
    void searchChanged(const QString &text);
    void renameRequested(const keyway::Id &id, const QString &title);
    void deleteRequested(const keyway::Id &id);
    /// The end came near.
    void moreRequested();
    /// Enter or a click: the list may close where it lies above the page.
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QList<Conversation> &conversations, const QStringList &excerpts);
    void deleteCurrent();
    void showMenu(const QPoint &at);

    SearchField *m_search;
    QToolButton *m_new;
    QListView *m_list;
    TextLabel *m_nothing;
    ConversationListModel *m_model;
    QList<Conversation> m_all;
    std::optional<Id> m_current;
    QDateTime m_now;
    bool m_more = false;
    bool m_searching = false;
    bool m_changing = false;
};

} // namespace keyway
