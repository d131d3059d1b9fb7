#pragma once

#include "ui/admin/adminbackend.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

#include <functional>

class QAction;
class QBoxLayout;
class QStackedWidget;

namespace keyway {

class Banner;
class EmptyState;
class PageHeader;
class ScrollPage;
class Spinner;

/// One page of the administrators' window: it asks the server for a value and shows it, or why it
/// cannot. GUI thread; `backend` outlives it.
class AdminPage : public QWidget {
    Q_OBJECT
public:
    AdminPage(const QString &title, AdminBackend *backend, QWidget *parent);

    /// Asks again. What is shown stays until the answer is there.
    virtual void reload() = 0;
    /// Drops what is shown, for a session that has ended.
    void clear();
    /// Has the focus when the page is opened for the first time.
    virtual QWidget *firstFocus() const { return nullptr; }
    /// What F6 goes through.
    QList<QWidget *> regions() const;
    /// For the menu of the window; the shortcuts work while the page is shown.
    const QList<QAction *> &menuActions() const { return m_actions; }

    PageHeader *header() const { return m_header; }
    Banner *banner() const { return m_banner; }
    EmptyState *empty() const { return m_empty; }
    bool showsContent() const;

protected:
    AdminBackend *backend() const { return m_backend; }
    QWidget *content() const { return m_content; }
    /// The column of the page.
    QBoxLayout *column() const { return m_column; }
    /// A row at the end of the column, whose parts stand one above the other where it is narrow.
    QBoxLayout *addRow(int stretch = 0);
    QAction *addPageAction(const QString &text, const QKeySequence &keys,
                           const std::function<void()> &act);
    /// A question is on its way; `words` say which, after a moment.
    void setAsking(const QString &words);
    void showContent();
    /// As a banner above what was shown, or in the place of it.
    void showProblem(const Error &error);
    void showEmpty(const QString &title, const QString &text);
    /// Forgets values; called by clear().
    virtual void drop() = 0;
    void resizeEvent(QResizeEvent *event) override;

private:
    AdminBackend *m_backend;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_waiting;
    Spinner *m_spinner;
    class TextLabel *m_waitingWords;
    EmptyState *m_empty, *m_problem;
    ScrollPage *m_scroll;
    QWidget *m_content;
    QBoxLayout *m_column;
    QList<QBoxLayout *> m_rows;
    QList<QAction *> m_actions;
    bool m_shown = false; ///< there is something to look at
};

} // namespace keyway
