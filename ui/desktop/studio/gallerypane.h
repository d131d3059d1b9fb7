#pragma once

#include "ui/desktop/studio/gallerymodel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QComboBox;
class QStackedLayout;
class QToolButton;

namespace keyway {

class ElidedLabel;
class EmptyState;
class GalleryView;
class SearchField;
class Spinner;
class TextLabel;
class Thumbnails;

/// The gallery: how much was made, search, filter, the folder, and the tiles; or why there are
/// none.
class GalleryPane : public QWidget {
    Q_OBJECT
public:
    GalleryPane(GalleryModel *model, Thumbnails *thumbnails, QWidget *parent = nullptr);

    /// What the first window says beside its pictures.
    void setFacts(const GalleryWindow &window, const ServicesValue &services);
    /// Nothing was read yet.
    void setLoading(bool loading);
    GalleryFilter filter() const;
    void clearFilter();
    QList<PictureValue> selected() const;

    GalleryView *view() const { return m_view; }
    SearchField *search() const { return m_search; }
    QComboBox *serviceFilter() const { return m_service; }
    QToolButton *folderButton() const { return m_folder; }
    TextLabel *nothing() const { return m_nothing; }

Q_SIGNALS:
    void filterChanged();
    void folderRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void adapt();

    GalleryModel *m_model;
    ElidedLabel *m_counts;
    SearchField *m_search;
    QComboBox *m_service;
    QToolButton *m_folder;
    QStackedLayout *m_stack;
    GalleryView *m_view;
    EmptyState *m_empty;
    QWidget *m_nothingPage, *m_loadingPage;
    TextLabel *m_nothing;
    Spinner *m_spinner;
    QTimer m_filterTimer;
    bool m_loading = true;
};

} // namespace keyway
